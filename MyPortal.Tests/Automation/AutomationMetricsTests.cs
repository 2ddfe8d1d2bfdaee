using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MyPortal.Tests.Bookings;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Mail;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.Tests.Automation;

/// <summary>Counted where it happens: a small replica inside the test answers the event.</summary>
public sealed class AutomationMetricsTests(PortalFixture portal, SharedMailLab shared) : IClassFixture<SharedMailLab>
{
    [Fact]
    public async Task Runs_and_attempts_at_actions_are_counted_by_what_became_of_them_and_name_nobody()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var runs = await ada.AddRuleAsync(mark, "call_moved",
            [new { kind = "call_webhook", url = "https://10.0.0.1/" }, new { kind = "set_priority", priority = "high" }]);
        var unmet = await ada.AddRuleAsync(mark, "call_moved", [new { kind = "set_priority", priority = "low" }],
            new { field = "ticket.status", @operator = "is", value = "closed" });
        var number = await robin.OpenTicketAsync($"Metrics {mark}");
        var booking = await portal.AddCallAsync(number, TimeSpan.FromHours(1));
        var counted = new ConcurrentQueue<string>();
        using var listener = Listen(counted);

        await shared.Lab.RaiseAsync(TicketEventKind.CallMoved, booking);
        (await ada.OnlyRunAsync(runs, number)).States().ShouldBe(["failed", "done"]);

        string[] expected =
        [
            "myportal.automation.runs 1 trigger=call_moved outcome=ran", "myportal.automation.runs 1 trigger=call_moved outcome=not_met",
            "myportal.automation.actions 1 action=call_webhook outcome=failed", "myportal.automation.actions 1 action=set_priority outcome=done",
        ];
        await Eventually.GetAsync(() => Task.FromResult(counted.ToArray()), counted => expected.All(counted.Contains));
        foreach (var personal in new[] { mark, Demo.Robin.Name, Demo.Robin.Email, "10.0.0.1" })
            counted.ShouldAllBe(one => !one.Contains(personal));
        await ada.DeleteRuleAsync(runs);
        await ada.DeleteRuleAsync(unmet);
    }

    private static MeterListener Listen(ConcurrentQueue<string> counted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name.StartsWith("myportal.automation.", StringComparison.Ordinal))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            counted.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}"));
        listener.Start();
        return listener;
    }
}
