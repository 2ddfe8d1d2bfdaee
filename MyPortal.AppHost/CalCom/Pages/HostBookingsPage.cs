using Microsoft.AspNetCore.Html;
using MyPortal.AppHost.CalCom.Scheduling;
using static MyPortal.AppHost.CalCom.Pages.Layout;
using static MyPortal.AppHost.CalCom.Scheduling.BookingEndpoints;

namespace MyPortal.AppHost.CalCom.Pages;

/// <summary>A host's bookings, the latest start first, each with what can be done to it now.</summary>
internal static class HostBookingsPage
{
    public static string Render(string user, IReadOnlyList<Booking> bookings, string? done, string? problem = null) => Page(
        $"Bookings of {user}",
        Html($"""
            <h1>Bookings of {user}</h1>
            <p><a href="/">Stand-in</a> · <a href="/settings/{Uri.EscapeDataString(user)}">Settings of {user}</a></p>
            <p class="done" role="status">{done}</p>
            <p class="problem" role="alert">{problem}</p>
            {(bookings.Count == 0 ? Html($"<p>None yet.</p>") : Each(bookings.OrderByDescending(b => b.Start), b => $"{Card(b)}"))}
            """));

    private static IHtmlContent Card(Booking booking) => Html($"""
        <article class="card" aria-labelledby="title-{booking.Uid}" id="{booking.Uid}">
          <h2 id="title-{booking.Uid}">{booking.Title}</h2>
          <p>{When(booking)}</p>
          <p class="quiet">{State(booking)} · <a href="/booking/{booking.Uid}" aria-label="Attendee’s page, booking {booking.Id}">attendee’s page</a> · booking {booking.Id}</p>
          <div class="actions">
            {Each(HostAction.All.Where(a => a.Reason is null && a.Offered(booking)), a => $"{Form(booking, a)}")}
            {Reschedule(booking)}
          </div>
          {Each(HostAction.All.Where(a => a.Reason is not null && a.Offered(booking)), a => $"{Details(booking, a)}")}
        </article>
        """);

    private static IHtmlContent Reschedule(Booking booking) => booking.CanMove
        ? Html($"""<a class="button" href="/reschedule/{booking.Uid}?rescheduledBy={Uri.EscapeDataString(booking.EventType.HostEmail)}">Reschedule</a>""")
        : Html($"");

    private static IHtmlContent Form(Booking booking, HostAction action) => Html($"""
        <form method="post" action="{Path(booking, action)}"><button>{action.Label}</button></form>
        """);

    private static IHtmlContent Details(Booking booking, HostAction action) => Html($"""
        <details>
          <summary>{action.Label}…</summary>
          <form method="post" action="{Path(booking, action)}">
            <p class="field">
              <label for="{action.Name}-{booking.Uid}">{action.Reason} (optional)</label>
              <input id="{action.Name}-{booking.Uid}" name="reason" maxlength="{Limits.Reason}">
            </p>
            <button>{action.Label}</button>
          </form>
        </details>
        """);

    private static string Path(Booking booking, HostAction action) =>
        $"/bookings/{Uri.EscapeDataString(booking.User)}/{booking.Uid}/{action.Name}";
}
