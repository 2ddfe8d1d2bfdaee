using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure.Paging;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets.Replies;

internal static class ReplyPaging
{
    public const int InDetail = 100;
    public const int InPage = 50;

    // Made once: to make them costs a ticket page more than to use them.
    private static readonly Expression<Func<Reply, DateTimeOffset>> At = reply => reply.CreatedAt;
    private static readonly Expression<Func<Reply, Guid>> Id = reply => reply.Id;
    private static readonly Expression<Func<Reply, ReplyItem>> Item = reply => new ReplyItem(
        reply.Id, new PersonReference(reply.AuthorId, reply.Author.Name), reply.AuthorRole, reply.Body, reply.IsInternal, reply.CreatedAt);

    /// <summary>The last <paramref name="size"/> replies before a point (or of all), oldest first. One round trip to the database.</summary>
    public static async Task<ReplyPage> LatestPageAsync(
        this IQueryable<Reply> replies, Guid ticketId, Caller caller, Cursor? before, int size, CancellationToken cancellationToken)
    {
        var found = await replies.AsNoTracking().Where(reply => reply.TicketId == ticketId).ReadableBy(caller)
            .NewestFirst(At, Id, before)
            .Take(size + 1)
            .Select(Item)
            .Prepared()
            .ToListAsync(cancellationToken);

        var (items, earlier) = found.ToPage(size, reply => new Cursor(reply.CreatedAt, reply.Id));
        items.Reverse();
        return new ReplyPage(items, earlier);
    }
}
