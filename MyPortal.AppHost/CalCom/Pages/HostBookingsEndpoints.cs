using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyPortal.AppHost.CalCom.Scheduling;
using static MyPortal.AppHost.CalCom.Pages.PageResults;

namespace MyPortal.AppHost.CalCom.Pages;

/// <summary>What the host does to bookings, by forms.</summary>
internal static class HostBookingsEndpoints
{
    public static void MapHostBookings(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/bookings/{user}", Show);
        pages.MapPost("/bookings/{user}/{uid}/{action}", ActAsync);
    }

    private static ContentHttpResult Show(string user, Bookings bookings, string? done = null) =>
        Html(HostBookingsPage.Render(user, bookings.Of(user), HostAction.Find(done)?.Done));

    private static async Task<Results<SeeOther, ContentHttpResult>> ActAsync(
        string user, string uid, string action, Bookings bookings, BookingActions actions, HttpRequest request, CancellationToken cancellationToken)
    {
        // Read by hand: a form without any field has no body, which binding takes for a mistake.
        var form = request.HasFormContentType ? await request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        var outcome = HostAction.Find(action) is { } known && bookings.Find(uid)?.User == user
            ? known.Do(actions, uid, form["reason"].ToString().OrNull(), request.Origin())
            : Outcome.NotFound;
        return outcome.Problem is { } problem
            ? Html(HostBookingsPage.Render(user, bookings.Of(user), null, problem), outcome.Status)
            : SeeOther($"/bookings/{Uri.EscapeDataString(user)}?done={action}");
    }
}
