using System.Net;

namespace MyPortal.TicketApi.Automation.Outgoing;

/// <summary>Where webhooks may go, as far as the text of an address tells; what its name resolves to is looked at when it is called.</summary>
/// <param name="AllowLoopback">
/// In Development, by <c>Automation:AllowLoopbackWebhooks</c>: this machine and plain http are allowed too, to try webhooks out.
/// </param>
public sealed record OutgoingAddresses(bool AllowLoopback)
{
    private const int MaxLength = 500;

    public static OutgoingAddresses From(IConfiguration configuration, IHostEnvironment environment) =>
        new(environment.IsDevelopment() && configuration.GetValue<bool>("Automation:AllowLoopbackWebhooks"));

    public string? Problem(string url)
    {
        if (url.Length > MaxLength || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return $"Give an address of at most {MaxLength} characters, for example https://example.org/hooks/tickets.";
        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
            return "Leave user name, password and # out of the address.";
        if (uri.Scheme == Uri.UriSchemeHttps || (AllowLoopback && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            return null;
        return "Webhooks go to https addresses only.";
    }

    public bool MayConnectTo(IPAddress address) =>
        PublicAddress.IsPublic(address) || (AllowLoopback && IPAddress.IsLoopback(address));
}
