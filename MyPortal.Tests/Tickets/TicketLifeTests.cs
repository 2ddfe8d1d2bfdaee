using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Tickets;

public sealed class TicketLifeTests(PortalFixture portal)
{
    [Fact]
    public async Task A_new_ticket_is_found_where_the_answer_says()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);

        using var created = await robin.PostAsJsonAsync("/api/tickets",
            new { subject = "  Spaces around  ", description = "Zażółć 漢字 🎂", priority = "urgent" }, TestContext.Current.CancellationToken);
        var answer = await created.JsonAsync();
        using var found = await robin.GetAsync(created.Headers.Location, TestContext.Current.CancellationToken);
        var ticket = await found.JsonAsync();

        created.Headers.ETag!.Tag.ShouldBe($"\"{answer["version"]}\"");
        ticket.ToJsonString().ShouldBe(answer.ToJsonString());
        ticket["number"]!.GetValue<long>().ShouldBeGreaterThan(1000);
        ticket["subject"]!.GetValue<string>().ShouldBe("Spaces around");
        ticket["description"]!.GetValue<string>().ShouldBe("Zażółć 漢字 🎂");
        ticket["priority"]!.GetValue<string>().ShouldBe("urgent");
        ticket["status"]!.GetValue<string>().ShouldBe("open");
        ticket["company"]!["name"]!.GetValue<string>().ShouldBe("Northwind Bakery");
        Kinds(ticket).ShouldBe(["created"]);
    }

    [Fact]
    public async Task An_assignee_shows_by_name_and_makes_the_ticket_bookable()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        (await robin.ReadTicketAsync(number))["bookingReference"].ShouldBeNull();

        using var assigning = await tess.ChangeAsync(number, "assignee", new { userId = Demo.Cal.Id });
        assigning.StatusCode.ShouldBe(HttpStatusCode.OK);
        var assigned = await robin.ReadTicketAsync(number);
        using var unassigning = await tess.ChangeAsync(number, "assignee", new { userId = (Guid?)null });
        unassigning.StatusCode.ShouldBe(HttpStatusCode.OK);
        var unassigned = await robin.ReadTicketAsync(number);

        assigned["assignee"]!["name"]!.GetValue<string>().ShouldBe(Demo.Cal.Name);
        assigned["bookingReference"]!.GetValue<string>().Length.ShouldBeInRange(100, 300);
        assigned["timeline"]![1]!["to"]!.GetValue<string>().ShouldBe(Demo.Cal.Name);
        unassigned["assignee"].ShouldBeNull();
        unassigned["bookingReference"].ShouldBeNull();
        Kinds(unassigned).ShouldBe(["created", "assigned", "unassigned"]);
    }

    [Fact]
    public async Task The_requesters_address_is_for_staff_only()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var casey = await portal.ClientAsync(Callers.Company);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();

        (await tess.ReadTicketAsync(number))["requesterContact"]!["email"]!.GetValue<string>().ShouldBe(Demo.Robin.Email);
        (await casey.ReadTicketAsync(number)).ToJsonString().ShouldNotContain(Demo.Robin.Email);
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

        ticket["status"]!.GetValue<string>().ShouldBe("in_progress");
        var last = ticket["timeline"]!.AsArray()[^1]!;
        (last["from"]!.GetValue<string>(), last["to"]!.GetValue<string>()).ShouldBe(("resolved", "in_progress"));
        last["actor"]!["name"]!.GetValue<string>().ShouldBe(Demo.Robin.Name);
    }

    [Fact]
    public async Task A_closed_ticket_takes_no_replies_and_does_not_offer_it()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        (await tess.ChangeAsync(number, "status", new { status = "closed" })).Dispose();

        (await robin.ReadTicketAsync(number))["may"]!["reply"]!.GetValue<bool>().ShouldBeFalse();
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
        var bodies = Bodies(ticket["replies"]!);
        bodies.Count.ShouldBe(100);
        for (var cursor = ticket["earlierReplies"]; cursor is not null;)
        {
            using var response = await robin.GetAsync($"/api/tickets/{number}/replies?before={cursor}", TestContext.Current.CancellationToken);
            var page = await response.JsonAsync();
            page["items"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(50);
            bodies.InsertRange(0, Bodies(page["items"]!));
            cursor = page["earlierReplies"];
        }

        bodies.ShouldBe(Enumerable.Range(0, 160).Select(i => $"{i}"));
    }

    private static IEnumerable<string> Kinds(JsonNode ticket) =>
        ticket["timeline"]!.AsArray().Select(entry => entry!["kind"]!.GetValue<string>());

    private static List<string> Bodies(JsonNode replies) => [.. replies.AsArray().Select(reply => reply!["body"]!.GetValue<string>())];
}
