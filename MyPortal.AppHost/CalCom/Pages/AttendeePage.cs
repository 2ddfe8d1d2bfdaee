using Microsoft.AspNetCore.Html;
using MyPortal.AppHost.CalCom.Scheduling;
using static MyPortal.AppHost.CalCom.Pages.Layout;
using static MyPortal.AppHost.CalCom.Scheduling.BookingEndpoints;

namespace MyPortal.AppHost.CalCom.Pages;

/// <summary>One booking, as its attendee sees it.</summary>
internal static class AttendeePage
{
    public static string Render(Booking booking, bool cancelling, string? problem = null) => Page(
        booking.Title,
        Html($"""
            <h1>{booking.Title}</h1>
            <p>{When(booking)}</p>
            <p role="status">{State(booking)}{Reason(booking)}</p>
            <p class="problem" role="alert">{problem}</p>
            {(booking.TakesItsTime && cancelling ? CancelForm(booking) : Links(booking, cancelling))}
            """));

    public static string RenderVideo(Booking booking) => Page(
        $"Video call: {booking.Title}",
        Html($"""
            <h1>Video call</h1>
            <p>{booking.Title}</p>
            <p>{When(booking)}</p>
            <p class="quiet">Here the call would take place.</p>
            """));

    public static string RenderNotFound() => Page(
        "Booking not found",
        Html($"""
            <h1>This booking does not exist</h1>
            <p>Bookings are forgotten when the stand-in ends. <a href="/">What there is</a></p>
            """));

    private static IHtmlContent CancelForm(Booking booking) => Html($"""
        <form method="post" action="/booking/{booking.Uid}">
          <h2>Cancel this meeting?</h2>
          <p class="field">
            <label for="reason">Reason for cancelling (optional)</label>
            <input id="reason" name="reason" maxlength="{Limits.Reason}">
          </p>
          <p class="actions"><button class="primary">Cancel the meeting</button> <a class="button" href="/booking/{booking.Uid}">Keep it</a></p>
        </form>
        """);

    private static IHtmlContent Links(Booking booking, bool cancelling) => Html($"""
        {(cancelling ? Html($"<p>There is nothing to cancel.</p>") : Html($""))}
        {(booking.Status == BookingStatus.Accepted ? Html($"""<p><a href="/video/{booking.Uid}">Join the video call</a></p>""") : Html($""))}
        {(booking.RescheduledTo is { } next ? Html($"""<p><a href="/booking/{next}">The booking that replaced it</a></p>""") : Html($""))}
        <p class="actions">
          {(booking.CanMove ? Html($"""<a class="button" href="/reschedule/{booking.Uid}">Reschedule</a>""") : Html($""))}
          {(booking.TakesItsTime ? Html($"""<a class="button" href="/booking/{booking.Uid}?cancel=true">Cancel</a>""") : Html($""))}
        </p>
        """);

    private static string Reason(Booking booking) => booking.Reason is { } reason ? $". {reason}" : "";
}
