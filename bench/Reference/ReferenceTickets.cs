using MyPortal.Bench.Tickets;
using Npgsql;

namespace MyPortal.Bench.Reference;

/// <summary>As TicketApi: a ticket in three statements, a page of the list in one.</summary>
internal static class ReferenceTickets
{
    private const string TicketSql = """
        select t.number, t.subject, t.description, t.status, t.priority, r.name, c.name, a.id, a.name, t.created_at, t.updated_at, t.id
        from tickets t join people r on r.id = t.requester_id join companies c on c.id = t.company_id join people a on a.id = t.assigned_user_id
        where t.number = $1
        """;

    private const string RepliesSql = """
        select r.id, a.name, r.author_role, r.body, r.created_at from replies r join people a on a.id = r.author_id
        where r.ticket_id = $1 and not r.is_internal order by r.created_at desc, r.id desc limit 101
        """;

    private const string TimelineSql = """
        select e.id, e.kind, e.at, a.name, e.from_value, e.to_value from timeline_entries e left join people a on a.id = e.actor_id
        where e.ticket_id = $1 order by e.at desc, e.id desc limit 200
        """;

    private const string ListSql = """
        select t.number, t.subject, t.status, t.priority, r.name, c.name, a.name, t.updated_at
        from tickets t join people r on r.id = t.requester_id left join companies c on c.id = t.company_id left join people a on a.id = t.assigned_user_id
        where t.company_id = $1 and t.is_open order by t.updated_at desc, t.id desc limit 26
        """;

    // As TicketApi's connections.
    private const string Settings = ";No Reset On Close=true;Options=-c random_page_cost=1.1";

    public static void Map(WebApplication app, string database)
    {
        var db = NpgsqlDataSource.Create(database + Settings);
        app.MapGet("/tickets/{number:long}", async context => await context.Response.WriteAsJsonAsync(
            await ReadAsync(db, long.Parse((string)context.Request.RouteValues["number"]!, null), context.RequestAborted), ReferenceJson.Default.ReferenceTicket, null, context.RequestAborted));
        app.MapGet("/tickets", async context => await context.Response.WriteAsJsonAsync(
            await QueryAsync(db, ListSql, new Guid(Measured.Company), row => new ReferenceRow(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3),
                row.GetString(4), Text(row, 5), Text(row, 6), row.GetFieldValue<DateTimeOffset>(7)), context.RequestAborted),
            ReferenceJson.Default.ListReferenceRow, null, context.RequestAborted));
    }

    private static async Task<ReferenceTicket> ReadAsync(NpgsqlDataSource db, long number, CancellationToken cancellationToken)
    {
        var (id, ticket) = (await QueryAsync(db, TicketSql, number, row => (row.GetGuid(11), new ReferenceTicket(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
            row.GetGuid(7), row.GetString(8), row.GetFieldValue<DateTimeOffset>(9), row.GetFieldValue<DateTimeOffset>(10), [], [])), cancellationToken))[0];
        return ticket with
        {
            Replies = await QueryAsync(db, RepliesSql, id, row => new ReferenceReply(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4)), cancellationToken),
            Timeline = await QueryAsync(db, TimelineSql, id, row => new ReferenceEntry(
                row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), Text(row, 3), Text(row, 4), Text(row, 5)), cancellationToken),
        };
    }

    private static async Task<List<T>> QueryAsync<TKey, T>(NpgsqlDataSource db, string sql, TKey key, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = db.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<TKey> { TypedValue = key });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
