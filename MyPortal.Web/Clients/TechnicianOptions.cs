namespace MyPortal.Web.Clients;

/// <summary>Configuration section <c>Technicians</c>: what a page asks of ProfileApi about technicians.</summary>
public sealed class TechnicianOptions
{
    public const string Section = "Technicians";

    /// <summary>What a ticket page waits for ProfileApi at most. The default lets it answer within 800 ms whatever happens there.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMilliseconds(450);
}
