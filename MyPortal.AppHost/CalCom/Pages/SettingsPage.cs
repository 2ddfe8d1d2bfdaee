using System.Globalization;
using Microsoft.AspNetCore.Html;
using MyPortal.AppHost.CalCom.Webhooks;
using static MyPortal.AppHost.CalCom.Pages.Layout;

namespace MyPortal.AppHost.CalCom.Pages;

internal static class SettingsPage
{
    private const int ShownDeliveries = 50;

    public static string Render(
        string user,
        IReadOnlyList<Webhook> webhooks,
        Switches switches,
        IReadOnlyList<LoggedDelivery> deliveries,
        string? done,
        string? problem,
        WebhookForm draft)
    {
        var path = $"/settings/{Uri.EscapeDataString(user)}";
        return Page($"Settings of {user}", Html($"""
            <h1>Settings of {user}</h1>
            <p><a href="/">Stand-in</a> · <a href="/bookings/{Uri.EscapeDataString(user)}">Bookings of {user}</a></p>
            <p class="done" role="status">{done}</p>
            <p class="problem" role="alert">{problem}</p>
            <h2>API key</h2>
            <p><code>cal_stand_in_{user}</code></p>
            <h2>Webhooks</h2>
            {Each(webhooks, w => $"{WebhookForms.Edit(w, path)}")}
            {WebhookForms.Add(draft, path)}
            <h2>Deliveries go wrong</h2>
            {SwitchesForms.Render(switches, path)}
            <h2>Latest deliveries</h2>
            {Log(deliveries)}
            """));
    }

    /// <summary>What came of a delivery, in words.</summary>
    public static string Result(LoggedDelivery delivery) => delivery.Outcome switch
    {
        DeliveryOutcome.Answered => $"answered {delivery.Status}",
        DeliveryOutcome.TimedOut => "no answer in time",
        DeliveryOutcome.Dropped => "lost by the switch",
        _ => "no connection",
    };

    private static IHtmlContent Log(IReadOnlyList<LoggedDelivery> deliveries) => deliveries.Count == 0
        ? Html($"<p>None yet.</p>")
        : Html($"""
            <div class="scroll" tabindex="0" role="region" aria-label="Latest deliveries">
            <table>
              <thead><tr><th scope="col">Time (UTC)</th><th scope="col">Event</th><th scope="col">Result</th><th scope="col">Booking</th><th scope="col">To</th></tr></thead>
              <tbody>
              {Each(deliveries.Reverse().Take(ShownDeliveries), d => $"""
                <tr><td>{d.At.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)}</td><td>{d.Event}</td><td>{Result(d)}</td><td>{d.Uid}</td><td>{d.Host}</td></tr>

                """)}
              </tbody>
            </table>
            </div>
            """);
}
