namespace MyPortal.Web.Clients;

/// <summary>For parts of a page that the rest can do without.</summary>
internal static class OptionalParts
{
    /// <summary>What a page waits for such a part at most.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(3);

    /// <summary>The answer; null when the API is away or takes longer than <see cref="Budget"/>.</summary>
    public static async Task<ApiResult<T>?> IfInTimeAsync<T>(this Task<ApiResult<T>> call, CancellationToken ct) where T : class
    {
        try
        {
            return await call.WaitAsync(Budget, ct);
        }
        catch (Exception exception) when (exception is ApiUnavailableException or TimeoutException)
        {
            return null;
        }
    }
}
