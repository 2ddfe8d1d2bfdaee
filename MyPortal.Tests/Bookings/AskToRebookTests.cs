using System.Net;
using System.Text.Json.Nodes;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.Bookings;

namespace MyPortal.Tests.Bookings;

/// <summary>One action for a call that is still with whoever had the ticket before.</summary>
public sealed class AskToRebookTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_customer_is_asked_in_a_public_reply_to_book_with_the_present_technician()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        var call = await portal.AddCallAsync(number, TimeSpan.FromHours(5));
        (await tess.ChangeAsync(number, "assignee", new { userId = Demo.Cal.Id })).EnsureSuccessStatusCode().Dispose();
        (await robin.ReadTicketAsync(number))["calls"]![0]!["withPreviousTechnician"]!.GetValue<bool>().ShouldBeTrue();

        using var asked = await AskAsync(tess, number, call);
        asked.StatusCode.ShouldBe(HttpStatusCode.Created);

        var reply = (await robin.ReadTicketAsync(number))["replies"]!.AsArray().ShouldHaveSingleItem()!;
        reply.ToJsonString().ShouldBe((await asked.JsonAsync()).ToJsonString());
        reply["body"]!.GetValue<string>().ShouldContain(Demo.Cal.Name);
        reply["body"]!.GetValue<string>().ShouldContain("Europe/Lisbon");
    }

    [Fact]
    public async Task Customers_may_not_and_other_calls_need_it_not()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        var (call, past) = (await portal.AddCallAsync(number, TimeSpan.FromHours(5)), await portal.AddCallAsync(number, TimeSpan.FromHours(-5), BookingStatus.Ended));

        using (var unassigned = await AskAsync(tess, number, call))
            await unassigned.ShouldBeProblemAsync(HttpStatusCode.Conflict);
        (await tess.ChangeAsync(number, "assignee", new { userId = Demo.Tess.Id })).EnsureSuccessStatusCode().Dispose();
        using (var withHer = await AskAsync(tess, number, call))
            await withHer.ShouldBeProblemAsync(HttpStatusCode.Conflict);
        (await tess.ChangeAsync(number, "assignee", new { userId = Demo.Cal.Id })).EnsureSuccessStatusCode().Dispose();
        using (var over = await AskAsync(tess, number, past))
            await over.ShouldBeProblemAsync(HttpStatusCode.Conflict);
        using (var customer = await AskAsync(robin, number, call))
            await customer.ShouldBeProblemAsync(HttpStatusCode.Forbidden);
        (await tess.ChangeAsync(number, "status", new { status = "closed" })).EnsureSuccessStatusCode().Dispose();
        using (var closed = await AskAsync(tess, number, call))
            await closed.ShouldBeProblemAsync(HttpStatusCode.Conflict);
        ((JsonArray)(await robin.ReadTicketAsync(number))["replies"]!).ShouldBeEmpty();
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient caller, long number, Booking call) =>
        caller.PostAsync($"/api/tickets/{number}/calls/{call.Id}/ask-to-rebook", null, Stop);
}
