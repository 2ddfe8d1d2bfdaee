using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Timeline;

namespace MyPortal.Tests.Rules.Tickets;

public sealed class TicketRulesTests
{
    private static readonly DateTimeOffset Opened = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Opened.AddHours(1);
    private static readonly Caller Customer = new(Guid.NewGuid(), "Casey", "casey@x.example", Role.Customer, null, null, false);
    private static readonly Caller Technician = new(Guid.NewGuid(), "Tess", "tess@x.example", Role.Technician, null, null, false);

    [Theory]
    [InlineData(TicketStatus.Open, TicketStatus.Open)]
    [InlineData(TicketStatus.InProgress, TicketStatus.InProgress)]
    [InlineData(TicketStatus.WaitingForCustomer, TicketStatus.InProgress)]
    [InlineData(TicketStatus.WaitingForCall, TicketStatus.WaitingForCall)]
    [InlineData(TicketStatus.Resolved, TicketStatus.InProgress)]
    public void A_customers_reply_takes_up_a_ticket_that_waited_for_it(TicketStatus before, TicketStatus after)
    {
        var ticket = TicketIn(before);
        var events = ticket.Timeline.Count;

        ticket.Reply("Answer", isInternal: false, Customer, new Change(Customer.Id, Later));

        ticket.Status.ShouldBe(after);
        ticket.Timeline.Count.ShouldBe(before == after ? events : events + 1);
    }

    [Theory]
    [InlineData(TicketStatus.WaitingForCustomer)]
    [InlineData(TicketStatus.Resolved)]
    public void A_technicians_reply_leaves_the_status_alone(TicketStatus status)
    {
        var ticket = TicketIn(status);

        ticket.Reply("Any news?", isInternal: false, Technician, new Change(Technician.Id, Later));

        ticket.Status.ShouldBe(status);
        ticket.UpdatedAt.ShouldBe(Later);
    }

    [Fact]
    public void An_internal_note_leaves_no_trace_that_a_customer_could_see()
    {
        var ticket = TicketIn(TicketStatus.WaitingForCustomer);
        var (updated, events) = (ticket.UpdatedAt, ticket.Timeline.Count);

        ticket.Reply("Between us", isInternal: true, Technician, new Change(Technician.Id, Later));

        ticket.UpdatedAt.ShouldBe(updated);
        ticket.Timeline.Count.ShouldBe(events);
        ticket.Status.ShouldBe(TicketStatus.WaitingForCustomer);
    }

    [Fact]
    public void The_timeline_keeps_the_names_of_assignees()
    {
        var ticket = TicketIn(TicketStatus.Open);

        ticket.Assign(new PersonReference(Technician.Id, "Tess"), null, new Change(Technician.Id, Later));
        ticket.Assign(null, "Tess", new Change(Technician.Id, Later));

        ticket.Timeline[^2].ShouldSatisfyAllConditions(
            entry => entry.Kind.ShouldBe(TimelineKind.Assigned), entry => entry.From.ShouldBeNull(), entry => entry.To.ShouldBe("Tess"));
        ticket.Timeline[^1].ShouldSatisfyAllConditions(
            entry => entry.Kind.ShouldBe(TimelineKind.Unassigned), entry => entry.From.ShouldBe("Tess"), entry => entry.To.ShouldBeNull());
    }

    [Fact]
    public void Setting_what_already_is_happens_silently()
    {
        var ticket = TicketIn(TicketStatus.Open);

        ticket.ChangeStatus(TicketStatus.Open, new Change(Technician.Id, Later));
        ticket.ChangePriority(TicketPriority.Normal, new Change(Technician.Id, Later));
        ticket.Assign(null, null, new Change(Technician.Id, Later));

        ticket.Timeline.ShouldHaveSingleItem().Kind.ShouldBe(TimelineKind.Created);
        ticket.UpdatedAt.ShouldBe(Opened);
    }

    [Fact]
    public void A_clock_that_runs_behind_never_moves_a_ticket_back()
    {
        var ticket = TicketIn(TicketStatus.Open);

        ticket.Reply("From a slow clock", isInternal: false, Technician, new Change(Technician.Id, Opened.AddMinutes(-1)));

        ticket.UpdatedAt.ShouldBe(Opened);
    }

    [Fact]
    public void What_happens_to_a_ticket_is_told_in_its_order_with_who_did_it_and_which_rules_led_to_it()
    {
        var rule = Guid.NewGuid();
        var ticket = TicketIn(TicketStatus.Resolved);
        ticket.Events.Select(e => e.Kind).ShouldBe([TicketEventKind.TicketCreated, TicketEventKind.StatusChanged]);
        ticket.Events.Clear();

        ticket.Reply("It is back", isInternal: false, Customer, new Change(Customer.Id, Later));
        ticket.Assign(new PersonReference(Technician.Id, "Tess"), null, new Change(null, Later, [rule]));
        ticket.ChangePriority(TicketPriority.High, new Change(Technician.Id, Later));

        ticket.Events.Select(e => (e.Kind, e.ActorId)).ShouldBe(
            [(TicketEventKind.Replied, Customer.Id), (TicketEventKind.StatusChanged, Customer.Id), (TicketEventKind.Assigned, null)]);
        ticket.Events[^1].CausedByRules.ShouldBe([rule]);
    }

    private static Ticket TicketIn(TicketStatus status)
    {
        var ticket = Ticket.Open(Customer, new NewTicket("Subject", "Description"), Opened);
        ticket.ChangeStatus(status, new Change(Technician.Id, Opened));
        return ticket;
    }
}
