using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MyPortal.TicketApi.Data;

internal static class PreparedQueries
{
    private const string Tag = "prepared";

    /// <summary>
    /// Lets PostgreSQL keep the plan, which for a ticket page takes longer to make than to carry out. Only for queries that find few rows
    /// by a key: a kept plan is made for any values, and a bad one for a list of which some values match nearly everything.
    /// </summary>
    public static IQueryable<T> Prepared<T>(this IQueryable<T> query) => query.TagWith(Tag);

    /// <summary>Prepares what is marked, once for each connection; Npgsql knows what a connection has prepared already.</summary>
    internal sealed class Interceptor : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith($"-- {Tag}", StringComparison.Ordinal))
                await command.PrepareAsync(cancellationToken);
            return result;
        }
    }
}
