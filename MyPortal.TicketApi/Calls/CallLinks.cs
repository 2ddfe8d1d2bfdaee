namespace MyPortal.TicketApi.Calls;

/// <summary>
/// Links that a calendar gave us, before anybody is sent there: https only. In Development the stand-in for Cal.com
/// (<c>CalCom:StandInOrigin</c>) may do without.
/// </summary>
public sealed class CallLinks(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly string? _standIn = environment.IsDevelopment() ? configuration["CalCom:StandInOrigin"]?.TrimEnd('/') : null;

    internal string? Join(Call call) => Safe(call.Details.JoinUrl);

    internal string? Reschedule(Call call) => Page(call, $"reschedule/{Uri.EscapeDataString(call.HeadUid)}");

    internal string? Cancel(Call call) => Page(call, $"booking/{Uri.EscapeDataString(call.HeadUid)}?cancel=true");

    private string? Page(Call call, string path) =>
        Safe(call.Details.BookerUrl) is { } origin ? $"{origin.TrimEnd('/')}/{path}" : null;

    private string? Safe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (_standIn is not null && address.GetLeftPart(UriPartial.Authority) == _standIn))
            ? url
            : null;
}
