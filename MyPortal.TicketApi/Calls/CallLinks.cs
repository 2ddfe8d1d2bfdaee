namespace MyPortal.TicketApi.Calls;

/// <summary>
/// Links that a calendar gave us, before anybody is sent there: https only. In Development the stand-in for Cal.com
/// (<c>CalCom:StandInOrigin</c>) may do without.
/// </summary>
internal sealed class CallLinks(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly string? _standIn = environment.IsDevelopment() ? configuration["CalCom:StandInOrigin"]?.TrimEnd('/') : null;

    public string? Join(Booking booking) => Safe(booking.JoinUrl);

    public string? Reschedule(Booking booking) => Page(booking, $"reschedule/{Uri.EscapeDataString(booking.HeadUid)}");

    public string? Cancel(Booking booking) => Page(booking, $"booking/{Uri.EscapeDataString(booking.HeadUid)}?cancel=true");

    private string? Page(Booking booking, string path) =>
        Safe(booking.BookerUrl) is { } origin ? $"{origin.TrimEnd('/')}/{path}" : null;

    private string? Safe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (_standIn is not null && address.GetLeftPart(UriPartial.Authority) == _standIn))
            ? url
            : null;
}
