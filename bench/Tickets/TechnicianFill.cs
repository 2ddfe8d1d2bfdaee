using MyPortal.Bench.Machine;

namespace MyPortal.Bench.Tickets;

/// <summary>The measured tickets' technicians, with a Cal.com link each: copies of a demo technician's rows, whatever columns these have.</summary>
internal static class TechnicianFill
{
    public static Task EnsureAsync(PostgresServer postgres, string database, CancellationToken cancellationToken) => postgres.ExecuteAsync(database,
        $"""
        insert into users
        select (jsonb_populate_record(u, jsonb_build_object('id', {Measured.TechnicianId}, 'name', 'Bench Technician ' || nn,
            'email', address, 'user_name', address, 'normalized_email', upper(address), 'normalized_user_name', upper(address),
            'booking_link_url', 'https://cal.com/bench-technician-' || nn || '/30min'))).*
        from users u, generate_series(1, {Measured.Count}) k, to_char(k, 'FM00') nn, concat('technician', nn, '@bench.example') address
        where u.email = 'cal@myportal.example'
        on conflict do nothing;
        insert into user_roles (user_id, role_id)
        select {Measured.TechnicianId}, role_id from user_roles join users on id = user_id, generate_series(1, {Measured.Count}) k
        where email = 'cal@myportal.example'
        on conflict do nothing;
        """, cancellationToken);
}
