using Microsoft.AspNetCore.Http.HttpResults;

namespace MyPortal.TicketApi.DemoData;

/// <summary>In Development only, and never forwarded to from outside: the button "Reset demo data" of the dashboard.</summary>
internal static class DemoDataEndpoints
{
    public static void MapDemoData(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.MapPost("/dev/reset-demo-data", ResetAsync).ExcludeFromDescription();
    }

    public static async Task<NoContent> ResetAsync(DemoDataSeeder seeder, CancellationToken cancellationToken)
    {
        await seeder.ResetAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
