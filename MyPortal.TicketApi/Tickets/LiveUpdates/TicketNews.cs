using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MyPortal.TicketApi.Tickets.LiveUpdates;

/// <summary>That a ticket has changed, as replicas tell each other over PostgreSQL (<c>notify</c>).</summary>
/// <param name="TicketId">Which.</param>
/// <param name="IsForStaff">Customers are not to hear of it.</param>
internal readonly record struct TicketNews(Guid TicketId, bool IsForStaff)
{
    /// <summary>PostgreSQL's channel on which every replica hears of changed tickets.</summary>
    public const string Channel = "ticket_changed";

    private const string ForStaff = " staff";

    public override string ToString() => IsForStaff ? TicketId + ForStaff : TicketId.ToString();

    /// <summary>Null for anything else on that channel.</summary>
    public static TicketNews? Read(string payload)
    {
        var isForStaff = payload.EndsWith(ForStaff, StringComparison.Ordinal);
        return Guid.TryParse(isForStaff ? payload[..^ForStaff.Length] : payload, out var id) ? new TicketNews(id, isForStaff) : null;
    }
}

internal static class TicketNewsExtensions
{
    /// <summary>Tells open pages of the ticket, on any replica, once the transaction commits.</summary>
    public static Task TellAsync(this DatabaseFacade database, TicketNews news, CancellationToken cancellationToken) =>
        database.ExecuteSqlAsync($"select pg_notify({TicketNews.Channel}, {news.ToString()})", cancellationToken);
}
