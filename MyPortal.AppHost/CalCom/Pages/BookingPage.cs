using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using MyPortal.AppHost.CalCom.Scheduling;
using static MyPortal.AppHost.CalCom.Pages.Layout;
using static MyPortal.AppHost.CalCom.Scheduling.BookingEndpoints;

namespace MyPortal.AppHost.CalCom.Pages;

/// <summary>A booking page, framed or by itself; which of the two it is the script finds out.</summary>
internal static class BookingPage
{
    /// <param name="eventType">What is booked.</param>
    /// <param name="query">The link's query, which prefills the form.</param>
    /// <param name="failure">How the page fails.</param>
    /// <param name="moving">The booking that is to be moved.</param>
    public static string Render(EventType eventType, IQueryCollection query, FailureSwitch? failure, Booking? moving = null) => Page(
        $"{eventType.Title} with {eventType.Host}",
        Html($"""data-user="{eventType.User}" data-slug="{eventType.Slug}" data-event-type-id="{eventType.Id}" data-failure="{failure?.Name}" data-theme="{query["theme"].ToString()}" data-reschedule-uid="{moving?.Uid}" data-rescheduled-by="{query["rescheduledBy"].ToString()}" """),
        Script("booking.js"),
        Html($"""
            <header>
              <p class="host">{eventType.Host}</p>
              <h1>{eventType.Title}</h1>
              <p class="quiet">{eventType.Minutes} minutes · video call{(eventType.IsPaid ? " · to be paid" : "")}{(eventType.RequiresConfirmation ? " · needs confirmation" : "")}</p>
              {FormerTime(moving)}
            </header>
            <p id="without-script">This calendar needs JavaScript.</p>
            <section id="pick" aria-labelledby="pick-title">
              <h2 id="pick-title" tabindex="-1">Select a time</h2>
              <p class="quiet">Times are shown in your time zone, <span id="time-zone">UTC</span>.</p>
              <p id="pick-problem" class="problem" role="alert"></p>
              <div id="days" class="days" role="group" aria-label="Day"></div>
              <div id="times" class="times" role="group" aria-label="Time"></div>
            </section>
            <form id="details" aria-labelledby="details-title" novalidate hidden>
              <h2 id="details-title" tabindex="-1">Your details</h2>
              <p><span id="chosen"></span></p>
              {(moving is null ? Details(query) : Reason())}
              <p id="details-problem" class="problem" role="alert"></p>
              <p class="actions"><button type="submit" class="primary">Confirm</button> <button type="button" id="back">Back</button></p>
            </form>
            <section id="done" aria-labelledby="done-title" hidden>
              <h2 id="done-title" tabindex="-1">This meeting is scheduled</h2>
              <p id="done-when"></p>
              <p id="done-who"></p>
              <p><a id="done-change" target="_blank" rel="noopener">Change this meeting (opens a new tab)</a></p>
            </section>
            """));

    public static string RenderNotFound() => Page(
        "Page not found",
        Html($"""data-status="404" """),
        Script("not-found.js"),
        Html($"""
            <h1>This booking page does not exist</h1>
            <p>Booking links have the form <code>/user/slug</code>. <a href="/">What there is</a></p>
            """));

    private static IHtmlContent FormerTime(Booking? moving) => moving is null ? Html($"") : Html($"""
        <p>Former time: {When(moving)}</p>
        """);

    private static IHtmlContent Details(IQueryCollection query) => Html($"""
        {Field("name", "Your name", Html($"""<input id="name" name="name" autocomplete="name" required maxlength="{Limits.Name}" value="{Name(query)}" aria-describedby="name-problem">"""))}
        {Field("email", "E-mail address", Html($"""<input id="email" name="email" type="email" autocomplete="email" required maxlength="{Limits.Email}" value="{query["email"].ToString()}" aria-describedby="email-problem">"""))}
        {Field("notes", "Additional notes (optional)", Html($"""<textarea id="notes" name="notes" rows="4" maxlength="{Limits.Notes}" aria-describedby="notes-problem">{Html($"\n")}{query["notes"].ToString()}</textarea>"""))}
        """);

    private static IHtmlContent Reason() =>
        Field("reason", "Reason for the change (optional)", Html($"""<input id="reason" name="reason" maxlength="{Limits.Reason}" aria-describedby="reason-problem">"""));

    private static IHtmlContent Script(string file) =>
        Html($"""<script type="module" src="{CalComStandIn.AssetsPath}/{file}"></script>""");

    private static IHtmlContent Field(string id, string label, IHtmlContent control) => Html($"""
        <p class="field">
          <label for="{id}">{label}</label>
          {control}
          <span id="{id}-problem" class="problem"></span>
        </p>
        """);

    private static string Name(IQueryCollection query) =>
        query["name"] is [{ Length: > 0 } name, ..] ? name : $"{query["firstName"]} {query["lastName"]}".Trim();
}
