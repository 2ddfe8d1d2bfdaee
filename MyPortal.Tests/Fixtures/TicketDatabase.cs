using Aspire.Hosting.Testing;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;

namespace MyPortal.Tests.Fixtures;

/// <summary>The portal's own ticketdb, for what no page or API shows or makes.</summary>
internal static class TicketDatabase
{
    public static async Task<TicketDbContext> TicketDbAsync(this PortalFixture portal, Action<DbContextOptionsBuilder>? configure = null)
    {
        var connection = await portal.App.GetConnectionStringAsync("ticketdb", TestContext.Current.CancellationToken);
        var options = new DbContextOptionsBuilder<TicketDbContext>();
        options.UseNpgsql(connection).UseSnakeCaseNamingConvention();
        configure?.Invoke(options);
        return new TicketDbContext(options.Options);
    }
}
