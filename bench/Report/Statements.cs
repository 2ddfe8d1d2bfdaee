using MyPortal.Bench.Load;
using MyPortal.Bench.Machine;

namespace MyPortal.Bench.Report;

/// <summary>
/// Round trips to PostgreSQL as PostgreSQL counts them (<c>pg_stat_statements</c>). Left out: what the services ask by the clock whether
/// pages are asked for or not, and the reset that Npgsql sends along with a connection's next statement.
/// </summary>
internal static class Statements
{
    private const int Requests = 200;

    // In the second that the requests take, nothing is asked by the clock as often as this.
    private const int OftenEnough = Requests / 10;

    public static async Task<double> PerRequestAsync(PostgresServer postgres, string database, Target target, CancellationToken cancellationToken)
    {
        await postgres.ExecuteAsync("postgres", "select pg_stat_statements_reset()", cancellationToken);
        await Round.CountAsync(target, Requests, cancellationToken);
        var calls = await postgres.ScalarAsync<decimal>("postgres",
            $"""
            select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid
            where datname = '{database}' and query !~* '^discard' and calls >= {OftenEnough}
            """, cancellationToken);
        return (double)calls / Requests;
    }
}
