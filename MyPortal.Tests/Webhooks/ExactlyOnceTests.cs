using System.Net;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Shared;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;

using static MyPortal.Tests.Shared.CalComMessages;

namespace MyPortal.Tests.Webhooks;

/// <summary>However often and in whatever order: the ticket shows it once, as it was.</summary>
public sealed class ExactlyOnceTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_delivery_a_hundred_times_over_sixteen_connections_is_one_entry_and_one_event()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var (number, messages) = await portal.BookableTicketAsync();
        var body = messages.Created(Uid(), Day);
        var traceId = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());

        await Parallel.ForAsync(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop }, async (_, _) =>
        {
            using var response = await account.SendAsync(body, CalComAccount.Sign(body, account.Secret), $"00-{traceId}-00f067aa0ba902b7-01");
            response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        });

        await Eventually.GetAsync(() => ReadAsync(robin, number), ticket => ticket.CallEntries.Count > 0);
        (await account.DeliveriesAsync()).ShouldHaveSingleItem().Duplicates.ShouldBe(99);
        var spans = await portal.Telemetry.TraceAsync(traceId, spans => Events(spans).Any() && spans.Count(IsRequest) == 100, Stop);
        Events(spans).ShouldBe(["call_booked"]);
        spans.Count(span => span.Name == "webhook process").ShouldBe(1);
        (await ReadAsync(robin, number)).CallEntries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task All_24_orders_of_four_deliveries_end_in_the_same_state_and_timeline()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var (number, messages) = await portal.BookableTicketAsync();
        string[] expectedTimeline =
        [
            "call_booked  2031-05-06T09:00:00Z", "call_moved 2031-05-06T09:00:00Z 2031-05-07T10:00:00Z",
            "call_cancelled 2031-05-07T10:00:00Z No longer needed", "call_no_show 2031-05-07T10:00:00Z ",
        ];

        var orders = Permutations.Of([0, 1, 2, 3]).ToList();
        foreach (var order in orders)
        {
            var (a, b) = (Uid(), Uid());
            string[] deliveries =
            [
                messages.Created(a, Day), messages.Rescheduled(b, Day.AddHours(25), a, Day, Made.AddHours(1)),
                messages.Cancelled(b, Day.AddHours(25), Made.AddHours(2)), messages.NoShow(b, Made.AddHours(3)),
            ];
            await account.DeliverAsync(order.Select(index => deliveries[index]));
        }

        // A delivery that tells nothing new is looked at after the last entry is there.
        await account.LookedAtAsync(DeliveryState.Processed, 4 * orders.Count);

        // Ten past calls are shown; the entries of all are there.
        await using var db = await portal.TicketDbAsync();
        var ticket = await ReadAsync(robin, number);
        var calls = ticket.CallEntries.GroupBy(entry => entry.BookingId.ShouldNotBeNull()).ToList();
        calls.Count.ShouldBe(24);
        foreach (var call in calls)
            call.Select(entry => $"{entry.Kind} {entry.From} {entry.To}").ShouldBe(expectedTimeline);
        foreach (var call in db.Calls.Where(booking => calls.Select(call => call.Key).Contains(booking.Id)))
            (call.Status, call.Start, call.Sequence).ShouldBe((CallStatus.NoShow, Day.AddHours(25), 2));
        ticket.Calls.Select(call => call.Status).Distinct().ShouldBe(["no_show"]);
    }

    [Fact]
    public async Task Moves_known_in_pieces_are_one_call_once_the_link_is_there()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var (number, messages) = await portal.BookableTicketAsync();
        var (a, b, c) = (Uid(), Uid(), Uid());

        await account.DeliverAsync(messages.Created(a, Day), messages.Rescheduled(c, Day.AddDays(2), b, Day.AddDays(1), Made.AddHours(2), withReference: true));
        await Eventually.GetAsync(() => ReadAsync(robin, number), ticket => ticket.Calls.Count == 2);
        await account.DeliverAsync(messages.Rescheduled(b, Day.AddDays(1), a, Day, Made.AddHours(1)));

        var joined = await Eventually.GetAsync(() => ReadAsync(robin, number), ticket => ticket.Calls.Count == 1);
        joined.Calls[0].Start.ShouldBe(Day.AddDays(2));
        joined.Calls[0].Status.ShouldBe("accepted");
        joined.CallEntries.Select(entry => entry.Kind).ShouldBe(["call_booked", "call_moved", "call_moved"], ignoreOrder: true);
        joined.CallEntries.Select(entry => entry.BookingId.ShouldNotBeNull()).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_call_whose_end_nobody_tells_ends_by_the_clock_and_the_calendars_word_adds_nothing()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var (number, messages) = await portal.BookableTicketAsync();
        var (uid, start) = (Uid(), DateTimeOffset.UtcNow.AddHours(-2));

        await account.DeliverAsync(messages.Created(uid, start, start.AddDays(-1)));
        var ended = await Eventually.GetAsync(() => ReadAsync(robin, number), ticket => ticket.Calls is [{ Status: "ended" }]);
        await account.SettleAsync(messages.Meeting("MEETING_ENDED", uid, start, flat: true));

        ended.CallEntries.Select(entry => entry.Kind).ShouldBe(["call_booked", "call_ended"]);
        (await ReadAsync(robin, number)).CallEntries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_call_that_starts_soon_says_so_once()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        var (_, messages) = await portal.BookableTicketAsync();
        var body = messages.Created(Uid(), DateTimeOffset.UtcNow.AddMinutes(10));
        var traceId = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());

        using var response = await account.SendAsync(body, CalComAccount.Sign(body, account.Secret), $"00-{traceId}-00f067aa0ba902b7-01");

        var spans = await portal.Telemetry.TraceAsync(traceId, spans => Events(spans).Count() >= 2, Stop);
        Events(spans).ShouldBe(["call_booked", "call_starting_soon"], ignoreOrder: true);
    }

    private static bool IsRequest(Span span) => span is { Service: "ticketapi", Name: "POST /webhooks/cal-com/{connection}" };

    private static string Uid() => Guid.NewGuid().ToString("n");

    private static Task<TicketWithCalls> ReadAsync(HttpClient reader, long number) => reader.ReadStrictlyAsync<TicketWithCalls>($"/api/tickets/{number}");

    private static IEnumerable<string> Events(IEnumerable<Span> spans) =>
        // Rules may answer with changes of their own; what counts here is what the delivery itself was.
        spans.Select(span => span.Attributes.GetValueOrDefault("event.kind")).OfType<string>().Where(kind => kind.StartsWith("call_", StringComparison.Ordinal));
}
