namespace MyPortal.Web.Clients;

/// <summary>For parts of a page that the rest can do without.</summary>
internal static class OptionalParts
{
    /// <summary>What a page waits for such a part at most, unless the part's client has a limit of its own.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>The answer; null when the API is away or takes longer than <see cref="Timeout"/>.</summary>
    public static async Task<ApiResult<T>?> IfInTimeAsync<T>(this Task<ApiResult<T>> call, CancellationToken cancellationToken) where T : class
    {
        try
        {
            return await call.WaitAsync(Timeout, cancellationToken);
        }
        catch (Exception exception) when (exception is ApiUnavailableException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Whom a ticket can be assigned to; null when ProfileApi is away or takes longer than <see cref="TechnicianOptions.Timeout"/>.</summary>
    public static async Task<IReadOnlyList<Technician>?> AllIfInTimeAsync(this TechnicianClient technicians, CancellationToken cancellationToken)
    {
        try
        {
            return (await technicians.AllAsync(cancellationToken)).Value;
        }
        catch (ApiUnavailableException)
        {
            return null;
        }
    }
}
