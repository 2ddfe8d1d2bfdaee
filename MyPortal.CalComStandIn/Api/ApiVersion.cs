namespace MyPortal.CalComStandIn.Api;

/// <summary>
/// The <c>cal-api-version</c> that Cal.com's documentation demands for an operation; it is another for each kind of thing. Cal.com answers
/// other versions in other forms. The stand-in has the form that the portal reads, and refuses the rest.
/// </summary>
internal sealed record ApiVersion(string Name)
{
    public const string Header = "cal-api-version";

    public static readonly ApiVersion OfWebhooks = new("2024-08-13");

    public static readonly ApiVersion OfBooking = new("2026-02-25");

    /// <summary>Pages by cursor; those before did by number.</summary>
    public static readonly ApiVersion OfBookings = new("2026-05-01");
}
