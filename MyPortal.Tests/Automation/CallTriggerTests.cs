using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Shared;
using MyPortal.Tests.Tickets;
using MyPortal.Tests.Webhooks;
using MyPortal.Web.Clients;
using static MyPortal.Tests.Shared.CalComMessages;

namespace MyPortal.Tests.Automation;

/// <summary>What happens to calls sets rules off: told by webhooks as Cal.com signs and sends them, or by the clock.</summary>
public sealed class CallTriggerTests(PortalFixture portal)
{
    private static readonly string[] Triggers = ["call_booked", "call_moved", "call_cancelled", "call_starting_soon", "call_ended", "call_no_show"];

    [Theory]
    [InlineData("booked", "call_booked")]
    [InlineData("moved", "call_booked", "call_moved")]
    [InlineData("cancelled", "call_booked", "call_cancelled")]
    [InlineData("starting soon", "call_booked", "call_starting_soon")]
    [InlineData("ended", "call_booked", "call_ended")]
    [InlineData("ended by the clock", "call_booked", "call_ended")]
    [InlineData("no-show", "call_booked", "call_no_show")]
    public async Task What_happens_to_a_call_sets_off_the_rules_that_wait_for_it_and_no_others(string what, params string[] expected)
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var ada = await portal.ClientAsync(Callers.Administrator);
        var mark = RuleCalls.NewMark();
        var (number, messages) = await TicketAsync($"Call {mark}");
        var rules = new Dictionary<string, SavedRule>();
        foreach (var trigger in Triggers)
        {
            rules[trigger] = await ada.AddRuleAsync(mark, trigger,
                [new { kind = "add_internal_note", text = trigger + " {{call.start}}, {{call.previous_start}}, {{call.reason}}" }],
                new { field = "call.minutes", @operator = "equal_to", value = "30" }, new { field = "actor.role", @operator = "is", value = "portal" });
        }

        // Each comes twice, as Cal.com may send it.
        await account.DeliverAsync(Deliveries(what, messages).SelectMany(delivery => new[] { delivery, delivery }));

        foreach (var trigger in expected)
        {
            var run = await ada.OnlyRunAsync(rules[trigger], number);
            run.Trigger.ShouldBe(trigger);
            run.Outcome.ShouldBe("ran");
            run.States().ShouldBe(["done"]);
        }
        foreach (var trigger in Triggers.Except(expected))
            (await ada.RunsAsync(rules[trigger], number)).ShouldBeEmpty();
        foreach (var note in Notes(what))
            (await ada.ReadTicketAsync(number)).Replies.Select(reply => reply.Body).ShouldContain(note);
        foreach (var rule in rules.Values)
            await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task The_seeded_rules_see_a_call_through()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var (number, messages) = await portal.BookableTicketAsync();
        var uid = Guid.NewGuid().ToString("n");

        await account.DeliverAsync(messages.Created(uid, Day));
        await UntilAsync(ada, number, ticket => ticket.Status == "waiting_for_call");
        await account.DeliverAsync(messages.Meeting("MEETING_ENDED", uid, Day, Made.AddHours(1)));
        await UntilAsync(ada, number, ticket => ticket.Status == "in_progress" && ticket.Replies.Count == 1);
        await account.DeliverAsync(messages.NoShow(uid, Made.AddHours(2)));
        var replies = (await UntilAsync(ada, number, ticket => ticket.Replies.Count == 2)).Replies;

        replies[0].IsInternal.ShouldBeTrue();
        replies[0].Body.ShouldContain("How did it go?");
        // In the attendee's time zone, which their booking names.
        replies[0].Body.ShouldContain("Tuesday, 6 May 2031, 05:00 (America/New_York)");
        replies[1].IsInternal.ShouldBeFalse();
        replies[1].Body.ShouldContain($"{Demo.Tess.Name} will be glad to find another time with you");
        replies[1].Body.ShouldContain($"/tickets/{number}#booking-heading");
        (await robin.ReadTicketAsync(number)).Replies.ShouldHaveSingleItem().AuthorRole.ShouldBe("portal");
    }

    private static string[] Deliveries(string what, CalComMessages messages)
    {
        var (uid, next, now) = (Guid.NewGuid().ToString("n"), Guid.NewGuid().ToString("n"), DateTimeOffset.UtcNow);
        return what switch
        {
            "moved" => [messages.Created(uid, Day), messages.Rescheduled(next, Day.AddHours(1), uid, Day, Made.AddHours(1))],
            "cancelled" => [messages.Created(uid, Day), messages.Cancelled(uid, Day, Made.AddHours(1))],
            "starting soon" => [messages.Created(uid, now.AddMinutes(10))],
            "ended" => [messages.Created(uid, Day), messages.Meeting("MEETING_ENDED", uid, Day, Made.AddHours(1))],
            "ended by the clock" => [messages.Created(uid, now.AddHours(-2), now.AddDays(-1))],
            "no-show" => [messages.Created(uid, Day), messages.NoShow(uid, Made.AddHours(1))],
            _ => [messages.Created(uid, Day)],
        };
    }

    // Where the times are known beforehand.
    private static string[] Notes(string what) => what switch
    {
        "booked" => [Note("call_booked", "05:00")],
        "moved" => [Note("call_booked", "05:00"), Note("call_moved", "06:00", "Tuesday, 6 May 2031, 05:00 (America/New_York)")],
        "cancelled" => [Note("call_cancelled", "05:00", reason: "No longer needed")],
        "ended" => [Note("call_ended", "05:00")],
        "no-show" => [Note("call_no_show", "05:00")],
        _ => [],
    };

    private static string Note(string trigger, string time, string before = "an unknown time", string reason = "") =>
        $"{trigger} Tuesday, 6 May 2031, {time} (America/New_York), {before}, {reason}";

    private async Task<(long Number, CalComMessages Messages)> TicketAsync(string subject)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync(subject);
        (await tess.ChangeAsync(number, "assignee", new { userId = Demo.Tess.Id })).EnsureSuccessStatusCode().Dispose();
        return (number, new CalComMessages((await robin.ReadTicketAsync(number)).BookingReference.ShouldNotBeNull(), Demo.Robin.Email));
    }

    private static Task<TicketDetail> UntilAsync(HttpClient client, long number, Func<TicketDetail, bool> holds) =>
        Eventually.GetAsync(() => client.ReadTicketAsync(number), holds);
}
