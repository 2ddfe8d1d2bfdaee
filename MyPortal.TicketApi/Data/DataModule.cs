using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace MyPortal.TicketApi.Data;

internal static class DataModule
{
    /// <summary>
    /// <c>ticketdb</c> with its health check, traces and metrics. Commands are not retried by themselves: after a lost connection nobody
    /// knows whether a write took place, so the caller gets a 503 and decides.
    /// </summary>
    public static void AddData(this IHostApplicationBuilder builder)
    {
        builder.AddNpgsqlDbContext<TicketDbContext>("ticketdb",
            settings =>
            {
                settings.DisableRetry = true;
                settings.CommandTimeout = 10;
                // No code leaves anything in a database session that its next user could find, so nobody need clear it up each time.
                settings.ConnectionString += ";No Reset On Close=true";
                // PostgreSQL's default of 4 is for spinning disks: with it, a list reads all companies to name the one of its tickets.
                settings.ConnectionString += ";Options=-c random_page_cost=1.1";
            },
            options => options.UseSnakeCaseNamingConvention().AddInterceptors(new PreparedQueries.Interceptor()));

        builder.Services.AddDataProtection()
            .SetApplicationName("MyPortal.TicketApi")
            .PersistKeysToDbContext<TicketDbContext>();
    }
}
