using System.Net;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.Web.Clients;

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
        (await robin.ReadTicketAsync(number)).Calls[0].WithPreviousTechnician.ShouldBeTrue();

        using var asked = await AskAsync(tess, number, call);
        asked.StatusCode.ShouldBe(HttpStatusCode.Created);

        // The answer is the ticket's only reply, to the letter.
        var ticket = await robin.ReadTicketTextAsync(number);
        ticket.ShouldContain($"\"replies\":[{await asked.Content.ReadAsStringAsync(Stop)}]", Case.Sensitive);
        var reply = StrictJson.Read<TicketDetail>(ticket).Replies.ShouldHaveSingleItem();
        reply.Body.ShouldContain(Demo.Cal.Name);
        reply.Body.ShouldContain("Europe/Lisbon");
    }

    [Fact]
    public async Task Customers_may_not_and_other_calls_need_it_not()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        var (call, past) = (await portal.AddCallAsync(number, TimeSpan.FromHours(5)), await portal.AddCallAsync(number, TimeSpan.FromHours(-5), CallStatus.Ended));

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
        (await robin.ReadTicketAsync(number)).Replies.ShouldBeEmpty();
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient caller, long number, Call call) =>
        caller.PostAsync($"/api/tickets/{number}/calls/{call.Id}/ask-to-rebook", null, Stop);
}
