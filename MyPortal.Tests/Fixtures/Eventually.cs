namespace MyPortal.Tests.Fixtures;

/// <summary>For what happens a moment later: looks until it is there.</summary>
internal static class Eventually
{
    /// <summary>The first value that is as it should be; after <see cref="Limits.Moment"/> a failure that shows the last one.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> get, Func<T, bool> isThere)
    {
        using var time = Limits.After(Limits.Moment);
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var last = await get();
        while (!isThere(last))
        {
            try
            {
                await every.WaitForNextTickAsync(time.Token);
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"It did not come to that. The last was:\n{System.Text.Json.JsonSerializer.Serialize(last)}");
            }
            last = await get();
        }
        return last;
    }
}
