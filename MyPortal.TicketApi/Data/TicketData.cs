using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace MyPortal.TicketApi.Data;

internal static class TicketData
{
    /// <summary>
    /// <c>ticketdb</c> with its health check, traces and metrics. Commands are not retried by themselves: after a lost connection nobody
    /// knows whether a write took place, so the caller gets a 503 and decides.
    /// </summary>
    public static void AddTicketData(this IHostApplicationBuilder builder)
    {
        builder.AddNpgsqlDbContext<TicketDbContext>("ticketdb",
            settings =>
            {
                settings.DisableRetry = true;
                settings.CommandTimeout = 10;
                // No code leaves anything in a database session that its next user could find, so nobody need clear it up each time.
                settings.ConnectionString += ";No Reset On Close=true";
            },
            options => options.UseSnakeCaseNamingConvention());

        builder.Services.AddDataProtection()
            .SetApplicationName("MyPortal.TicketApi")
            .PersistKeysToDbContext<TicketDbContext>();
    }
}
