using MyPortal.Bench.Machine;

namespace MyPortal.Bench.Tickets;

/// <summary>
/// Fills a ticket database: three years of tickets, a quarter of them open, one in ten without an assignee. The measured customer's company has
/// a fifth of all of them, and so has a list that grows with the database.
/// </summary>
internal static class TicketFill
{
    public static async Task EnsureAsync(PostgresServer postgres, string database, int count, CancellationToken cancellationToken)
    {
        // Only a fill that came to its end has the measured tickets.
        if (await postgres.ScalarAsync<long>(database, $"select count(*) from tickets where number >= {Measured.FirstNumber}", cancellationToken) == Measured.Count)
            return;
        Console.WriteLine($"Filling {database} with {count:N0} tickets; this happens once.");
        await postgres.ExecuteAsync(database, People(count) + Tickets(count) + MeasuredTickets, cancellationToken);
        await postgres.ExecuteAsync(database, "vacuum analyze", cancellationToken);
    }

    private static int Companies(int count) => count / 500 + 2;

    private static int Customers(int count) => count / 100 + 10;

    private static string People(int count) =>
        $"""
        set session_replication_role = replica; -- the rows are right by construction: no look-up for each foreign key
        select setseed(0.42);
        insert into companies (id, name) select md5('company' || i)::uuid, 'Bench Company ' || i from generate_series(1, {Companies(count)}) i;
        insert into people (id, name, email, role, company_id)
        select md5('customer' || i)::uuid, 'Bench Customer ' || i, 'customer' || i || '@bench.example', 'customer', md5('company' || 1 + i % {Companies(count)})::uuid
        from generate_series(1, {Customers(count)}) i;
        insert into people (id, name, email, role)
        select md5('technician' || i)::uuid, 'Bench Helper ' || i, 'helper' || i || '@bench.example', 'technician' from generate_series(1, 50) i;
        insert into people (id, name, email, role)
        select {Measured.TechnicianId}, 'Bench Technician ' || to_char(k, 'FM00'), 'technician' || to_char(k, 'FM00') || '@bench.example', 'technician'
        from generate_series(1, {Measured.Count}) k;

        """;

    private static string Tickets(int count) =>
        $"""
        insert into tickets (id, number, subject, description, status, priority, requester_id, company_id, assigned_user_id, created_at, updated_at)
        select md5('ticket' || i)::uuid, 100000 + i, 'Printer number ' || i || ' prints every second page upside down',
            repeat('It started on Monday, after the update, and restarting did not help. ', 1 + (r1 * 5)::int),
            case when r2 < .05 then 'open' when r2 < .15 then 'in_progress' when r2 < .23 then 'waiting_for_customer' when r2 < .25 then 'waiting_for_call'
                when r2 < .35 then 'resolved' else 'closed' end,
            case when r3 < .1 then 'low' when r3 < .8 then 'normal' when r3 < .95 then 'high' else 'urgent' end,
            case when ours then '{Measured.Customer}'::uuid else md5('customer' || c)::uuid end,
            case when ours then '{Measured.Company}'::uuid else md5('company' || 1 + c % {Companies(count)})::uuid end,
            case when r3 < .1 then null else md5('technician' || 1 + floor(r4 * 50)::int)::uuid end,
            opened, opened + r1 * interval '10 days'
        from (select i, random() r1, random() r2, random() r3, random() r4, random() < .2 ours, 1 + floor(random() * {Customers(count)})::int c,
                timestamptz '2026-01-01' - (1 - i / {count}.0) * interval '3 years' as opened
            from generate_series(1, {count}) i) drawn;
        insert into replies (id, ticket_id, author_id, author_role, body, is_internal, created_at)
        select md5('reply' || number)::uuid, id, md5('technician' || 1)::uuid, 'technician', 'Could you tell us which tray the paper was in?', false, updated_at
        from tickets where number > 100000;
        insert into timeline_entries (id, ticket_id, kind, at, actor_id)
        select md5('entry' || number)::uuid, id, 'created', created_at, requester_id from tickets where number > 100000;

        """;

    private static string MeasuredTickets =>
        $"""
        insert into tickets (id, number, subject, description, status, priority, requester_id, company_id, assigned_user_id, created_at, updated_at)
        select md5('measured' || k)::uuid, {Measured.FirstNumber - 1} + k, 'The oven in shop ' || to_char(k, 'FM00') || ' forgets its programs overnight',
            repeat('Every morning the bread program has to be typed in again. ', 8), 'in_progress', 'high',
            '{Measured.Customer}', '{Measured.Company}', {Measured.TechnicianId}, timestamptz '2026-01-02', timestamptz '2026-01-03'
        from generate_series(1, {Measured.Count}) k;
        insert into replies (id, ticket_id, author_id, author_role, body, is_internal, created_at)
        select md5('measured' || k || 'reply' || r)::uuid, md5('measured' || k)::uuid,
            case when r % 2 = 0 then '{Measured.Customer}'::uuid else {Measured.TechnicianId} end, case when r % 2 = 0 then 'customer' else 'technician' end,
            'Reply number ' || r || repeat(', and then we looked at the clock of the control unit', 2 + r % 7), false, timestamptz '2026-01-02' + r * interval '1 hour'
        from generate_series(1, {Measured.Count}) k, generate_series(1, {Measured.Replies}) r;
        insert into timeline_entries (id, ticket_id, kind, at, actor_id, from_value, to_value)
        select md5('measured' || k || kind)::uuid, md5('measured' || k)::uuid, kind, timestamptz '2026-01-02', '{Measured.Customer}', before, after
        from generate_series(1, {Measured.Count}) k,
            (values ('created', null, null), ('assigned', null, 'Bench Technician'), ('status_changed', 'open', 'in_progress')) entry (kind, before, after);
        """;
}
