using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.Infrastructure.Periodic;

/// <summary>How long a module keeps rows that would grow for ever.</summary>
internal abstract record Retention
{
    public abstract Task DeleteOldAsync(TicketDbContext db, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <param name="MaxAge">How long they are kept at least; they go within an hour after that.</param>
/// <param name="Before">The rows from before a moment.</param>
internal sealed record Retention<T>(TimeSpan MaxAge, Func<IQueryable<T>, DateTimeOffset, IQueryable<T>> Before) : Retention
    where T : class
{
    public override Task DeleteOldAsync(TicketDbContext db, DateTimeOffset now, CancellationToken cancellationToken) =>
        Before(db.Set<T>(), now - MaxAge).ExecuteDeleteAsync(cancellationToken);
}
