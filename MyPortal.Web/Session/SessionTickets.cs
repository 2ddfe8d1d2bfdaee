using Microsoft.AspNetCore.Authentication;

namespace MyPortal.Web.Session;

/// <summary>
/// What stands in the session's cookie. The framework calls any cookie that it cannot read invalid, also when it could not read its own keys;
/// this tells the two apart.
/// </summary>
internal sealed class SessionTickets(ISecureDataFormat<AuthenticationTicket> tickets, SharedKeys keys, IHttpContextAccessor accessor)
    : ISecureDataFormat<AuthenticationTicket>
{
    public string Protect(AuthenticationTicket data) => tickets.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => tickets.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (tickets.Unprotect(protectedText, purpose) is { } ticket)
            return ticket;
        if (keys.CannotBeRead && !keys.CanBeReadNow())
        {
            accessor.HttpContext?.LeaveSessionUndecided();
            return null;
        }
        // Once more: it may have been another request that could read the keys again just now.
        return tickets.Unprotect(protectedText, purpose);
    }
}
