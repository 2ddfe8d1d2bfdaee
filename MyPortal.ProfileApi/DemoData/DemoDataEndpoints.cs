using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.BookingLinks.Caching;
using MyPortal.ProfileApi.Data;
using MyPortal.ProfileApi.Identity;

namespace MyPortal.ProfileApi.DemoData;

internal static class DemoDataEndpoints
{
    /// <summary>The dashboard's command "Reset demo data".</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/dev/reset-demo-data", ResetAsync).ExcludeFromDescription();

    private static async Task<NoContent> ResetAsync(
        DemoPeople people, ProfileDbContext db, LinkSaver saver, CancellationToken cancellationToken)
    {
        await people.ResetAsync(cancellationToken);
        foreach (var id in await db.Users.Select(user => user.Id).ToListAsync(cancellationToken))
            await saver.ForgetAsync(id, cancellationToken);

        return TypedResults.NoContent();
    }
}
