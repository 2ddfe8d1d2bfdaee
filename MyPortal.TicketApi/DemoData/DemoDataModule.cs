using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.DemoData;

/// <summary>In Development only: an empty database is filled, and the dashboard's "Reset demo data", never forwarded to from outside, fills it anew.</summary>
internal static class DemoDataModule
{
    public static void AddDemoData(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DemoDataSeeder>();
        builder.Services.AddScoped<DemoConnection>();
    }

    public static void MapDemoData(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.MapPost("/dev/reset-demo-data", ResetAsync).ExcludeFromDescription();
    }

    /// <summary>Fills a database that has no tickets.</summary>
    public static async Task FillAsync(IServiceProvider services)
    {
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment() && !await services.GetRequiredService<TicketDbContext>().Tickets.AnyAsync())
            await services.GetRequiredService<DemoDataSeeder>().SeedAsync(CancellationToken.None);
    }

    public static async Task<NoContent> ResetAsync(DemoDataSeeder seeder, CancellationToken cancellationToken)
    {
        await seeder.ResetAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
