using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.BookingLinks;
using MyPortal.ProfileApi.Data;

namespace MyPortal.ProfileApi.DemoData;

internal static class DemoDataEndpoints
{
    /// <summary>In Development only: the dashboard's command "Reset demo data".</summary>
    public static void MapDemoData(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.MapPost("/dev/reset-demo-data", ResetAsync).ExcludeFromDescription();
    }

    private static async Task<NoContent> ResetAsync(
        DemoPeople people, ProfileDbContext db, BookingLinkSaver saver, CancellationToken cancellationToken)
    {
        await people.ResetAsync(cancellationToken);
        foreach (var id in await db.Users.Select(user => user.Id).ToListAsync(cancellationToken))
            await saver.ForgetAsync(id, cancellationToken);

        return TypedResults.NoContent();
    }
}
