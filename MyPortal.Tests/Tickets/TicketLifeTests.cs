using System.Net;
using System.Net.Http.Json;
using MyPortal.Tests.Fixtures;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Tickets;

public sealed class TicketLifeTests(PortalFixture portal)
{
    [Fact]
    public async Task A_new_ticket_is_found_where_the_answer_says()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);

        using var created = await robin.PostAsJsonAsync("/api/tickets",
            new { subject = "  Spaces around  ", description = "Zażółć 漢字 🎂", priority = "urgent" }, TestContext.Current.CancellationToken);
        var answer = await created.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var found = await robin.GetAsync(created.Headers.Location, TestContext.Current.CancellationToken);

        (await found.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(answer);
        var ticket = StrictJson.Read<TicketDetail>(answer);
        created.Headers.ETag!.Tag.ShouldBe($"\"{ticket.Version}\"");
        ticket.Number.ShouldBeGreaterThan(1000);
        ticket.Subject.ShouldBe("Spaces around");
        ticket.Description.ShouldBe("Zażółć 漢字 🎂");
        ticket.Priority.ShouldBe("urgent");
        ticket.Status.ShouldBe("open");
        ticket.Company.ShouldNotBeNull().Name.ShouldBe("Northwind Bakery");
        Kinds(ticket).ShouldBe(["created"]);
    }

    [Fact]
    public async Task An_assignee_shows_by_name_and_makes_the_ticket_bookable()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        (await robin.ReadTicketAsync(number)).BookingReference.ShouldBeNull();

        using var assigning = await tess.ChangeAsync(number, "assignee", new { userId = Demo.Cal.Id });
        assigning.StatusCode.ShouldBe(HttpStatusCode.OK);
        var assigned = await robin.ReadTicketAsync(number);
        using var unassigning = await tess.ChangeAsync(number, "assignee", new { userId = (Guid?)null });
        unassigning.StatusCode.ShouldBe(HttpStatusCode.OK);
        var unassigned = await robin.ReadTicketAsync(number);

        assigned.Assignee.ShouldNotBeNull().Name.ShouldBe(Demo.Cal.Name);
        assigned.BookingReference.ShouldNotBeNull().Length.ShouldBeInRange(100, 300);
        assigned.Timeline[1].To.ShouldBe(Demo.Cal.Name);
        unassigned.Assignee.ShouldBeNull();
        unassigned.BookingReference.ShouldBeNull();
        Kinds(unassigned).ShouldBe(["created", "assigned", "unassigned"]);
    }

    [Fact]
    public async Task The_requesters_address_is_for_staff_only()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var casey = await portal.ClientAsync(Callers.Company);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();

        (await tess.ReadTicketAsync(number)).RequesterContact.ShouldNotBeNull().Email.ShouldBe(Demo.Robin.Email);
        (await casey.ReadTicketTextAsync(number)).ShouldNotContain(Demo.Robin.Email);
    }

    [Fact]
    public async Task Only_staff_can_be_assigned()
    {
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await tess.OpenTicketAsync();

        foreach (var userId in new[] { Demo.Casey.Id, Guid.NewGuid(), Guid.Empty })
        {
            using var response = await tess.ChangeAsync(number, "assignee", new { userId });
            (await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest)).Errors!["userId"].ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_customers_reply_takes_up_a_resolved_ticket_and_the_timeline_says_so()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        (await tess.ChangeAsync(number, "status", new { status = "resolved" })).Dispose();

        using var reply = await robin.ReplyAsync(number, "It is back.");
        reply.StatusCode.ShouldBe(HttpStatusCode.Created);
        var ticket = await robin.ReadTicketAsync(number);

        ticket.Status.ShouldBe("in_progress");
        var last = ticket.Timeline[^1];
        (last.From, last.To).ShouldBe(("resolved", "in_progress"));
        last.Actor.ShouldNotBeNull().Name.ShouldBe(Demo.Robin.Name);
    }

    [Fact]
    public async Task A_closed_ticket_takes_no_replies_and_does_not_offer_it()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        (await tess.ChangeAsync(number, "status", new { status = "closed" })).Dispose();

        (await robin.ReadTicketAsync(number)).May.Reply.ShouldBeFalse();
        using var fromCustomer = await robin.ReplyAsync(number, "One more thing");
        await fromCustomer.ShouldBeProblemAsync(HttpStatusCode.Conflict);
        using var fromStaff = await tess.ReplyAsync(number, "One more note", isInternal: true);
        await fromStaff.ShouldBeProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Long_conversations_come_in_pages_without_gaps()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync();
        for (var i = 0; i < 160; i++)
            (await robin.ReplyAsync(number, $"{i}")).Dispose();

        var ticket = await robin.ReadTicketAsync(number);
        var bodies = Bodies(ticket.Replies);
        bodies.Count.ShouldBe(100);
        for (var cursor = ticket.EarlierReplies; cursor is not null;)
        {
            var page = await robin.ReadStrictlyAsync<ReplyPage>($"/api/tickets/{number}/replies?before={cursor}");
            page.Items.Count.ShouldBeLessThanOrEqualTo(50);
            bodies.InsertRange(0, Bodies(page.Items));
            cursor = page.EarlierReplies;
        }

        bodies.ShouldBe(Enumerable.Range(0, 160).Select(i => $"{i}"));
    }

    private static IEnumerable<string> Kinds(TicketDetail ticket) => ticket.Timeline.Select(entry => entry.Kind);

    private static List<string> Bodies(IEnumerable<Reply> replies) => [.. replies.Select(reply => reply.Body)];
}
