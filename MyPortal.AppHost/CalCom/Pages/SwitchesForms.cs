using Microsoft.AspNetCore.Html;
using MyPortal.AppHost.CalCom.Webhooks;
using static MyPortal.AppHost.CalCom.Pages.Layout;

namespace MyPortal.AppHost.CalCom.Pages;

internal static class SwitchesForms
{
    public static IHtmlContent Render(Switches switches, string path) => Html($"""
        <form method="post" action="{path}/switches" class="card" aria-label="Switches">
          <div class="fields">
            {Number("dropPercent", "Lost, per cent", switches.DropPercent, 0, 100)}
            {Number("duplicates", "Copies besides each", switches.Duplicates, 0, 100)}
            {Number("delayMs", "Delay, milliseconds", switches.DelayMs, 0, 600_000)}
            {Number("reorderWindowMs", "Overtaking within, milliseconds", switches.ReorderWindowMs, 0, 600_000)}
            {Number("apiRequestsPerMinute", "API requests a minute", switches.ApiRequestsPerMinute, 1, 100_000)}
          </div>
          <fieldset>
            <legend>MEETING_STARTED and MEETING_ENDED</legend>
            {Shape(MeetingShape.Flat, "Flat, as the old scheduled job sends them", switches)}
            {Shape(MeetingShape.Enveloped, "In an envelope, as newer code does", switches)}
          </fieldset>
          {WebhookForms.Box("rescheduleLosesMetadata", "Moved bookings are sent without their metadata", "rescheduleLosesMetadata", "true", switches.RescheduleLosesMetadata)}
          <p class="actions"><button class="primary">Set switches</button></p>
        </form>
        """);

    private static IHtmlContent Number(string name, string label, int value, int from, int to) => Html($"""
        <p class="field">
          <label for="{name}">{label}</label>
          <input id="{name}" name="{name}" type="number" min="{from}" max="{to}" required value="{value}">
        </p>
        """);

    private static IHtmlContent Shape(MeetingShape shape, string label, Switches switches) => Html($"""
        <p class="box"><input type="radio" id="shape-{shape}" name="meetingShape" value="{shape}" {(switches.MeetingShape == shape ? "checked" : "")}> <label for="shape-{shape}">{label}</label></p>
        """);
}
