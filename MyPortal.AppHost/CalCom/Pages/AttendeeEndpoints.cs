using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using MyPortal.AppHost.CalCom.Scheduling;
using static MyPortal.AppHost.CalCom.Pages.PageResults;

namespace MyPortal.AppHost.CalCom.Pages;

/// <summary>What the attendee reaches by the links of a booking. As at Cal.com the uid is all that they need.</summary>
internal static class AttendeeEndpoints
{
    public static void MapAttendeePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/booking/{uid}", Show);
        pages.MapPost("/booking/{uid}", Cancel).DisableAntiforgery();
        pages.MapGet("/reschedule/{uid}", Reschedule);
        pages.MapGet("/video/{uid}", Video);
    }

    private static ContentHttpResult Show(string uid, Bookings bookings, bool cancel = false) =>
        bookings.Find(uid) is { } booking ? Html(AttendeePage.Render(booking, cancel)) : NotFound();

    private static Results<SeeOther, ContentHttpResult> Cancel(
        string uid, [FromForm] string? reason, Bookings bookings, BookingActions actions, HttpRequest request)
    {
        if (bookings.Find(uid) is not { } booking)
            return NotFound();

        var outcome = actions.Cancel(uid, Party.Attendee, reason.OrNull(), request.Origin());
        return outcome.Problem is { } problem
            ? Html(AttendeePage.Render(booking, cancelling: false, problem), outcome.Status)
            : SeeOther($"/booking/{uid}");
    }

    /// <summary>On to the calendar, with the link's whole query.</summary>
    private static Results<RedirectHttpResult, ContentHttpResult> Reschedule(string uid, Bookings bookings, HttpRequest request)
    {
        if (bookings.Find(uid) is not { } booking)
            return NotFound();
        if (!booking.CanMove)
            return Html(AttendeePage.Render(booking, cancelling: false, "This booking can no longer be moved."), StatusCodes.Status409Conflict);

        var query = request.QueryString.Add("rescheduleUid", uid);
        return TypedResults.Redirect($"/{Uri.EscapeDataString(booking.User)}/{Uri.EscapeDataString(booking.EventSlug)}{query}");
    }

    private static ContentHttpResult Video(string uid, Bookings bookings) =>
        bookings.Find(uid) is { } booking ? Html(AttendeePage.RenderVideo(booking)) : NotFound();

    private static ContentHttpResult NotFound() => Html(AttendeePage.RenderNotFound(), StatusCodes.Status404NotFound);
}
