using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Replies;

namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>
/// Changes of the ticket itself. They note and raise what a person's change would; the portal is the actor. To be called in a transaction:
/// the row is locked, so that changes of people and rules at once queue up.
/// </summary>
internal sealed class TicketActions(TicketDbContext db, TicketOutbox outbox, PeopleDirectory people, TicketTelemetry telemetry, TimeProvider clock)
{
    private static readonly Caller Portal = PortalPerson.Automation;

    /// <summary>What is to be said of it; null when there is nothing to add.</summary>
    /// <exception cref="ActionRefusedException">The ticket, or the person to assign, does not allow it.</exception>
    public async Task<string?> DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var id = context.Event.TicketId;
        var ticket = await db.Tickets.FromSql($"select *, xmin from tickets where id = {id} for update").SingleOrDefaultAsync(cancellationToken)
            ?? throw new ActionRefusedException("The ticket is gone.");
        return context.Action.Kind switch
        {
            ActionKind.SetStatus => Change(ticket, context, now => ticket.ChangeStatus(context.Action.Status!.Value, null, now)),
            ActionKind.SetPriority => Change(ticket, context, now => ticket.ChangePriority(context.Action.Priority!.Value, null, now)),
            ActionKind.Assign => await AssignAsync(ticket, context, cancellationToken),
            ActionKind.AddInternalNote => await ReplyAsync(ticket, context, isInternal: true, cancellationToken),
            ActionKind.AddPublicReply => await ReplyAsync(ticket, context, isInternal: false, cancellationToken),
            var other => throw new ArgumentOutOfRangeException(nameof(context), other, "Not a change of a ticket."),
        };
    }

    private string? Change(Ticket ticket, ActionContext context, Action<DateTimeOffset> change)
    {
        change(clock.Now());
        outbox.RaiseChanges(ticket, context.Causes);
        telemetry.Changed(ticket.Timeline);
        return ticket.Timeline.Count == 0 ? "It was so already." : null;
    }

    private async Task<string?> AssignAsync(Ticket ticket, ActionContext context, CancellationToken cancellationToken)
    {
        PersonReference? assignee = null;
        if (context.Action.AssigneeId is { } id)
        {
            assignee = await db.People.Where(person => person.Id == id && (person.Role == Role.Technician || person.Role == Role.Administrator))
                .Select(person => new PersonReference(person.Id, person.Name)).SingleOrDefaultAsync(cancellationToken)
                ?? throw new ActionRefusedException("The person to assign is not known as a technician or administrator.");
        }
        var former = await db.People.Where(person => person.Id == ticket.AssignedUserId).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
        return Change(ticket, context, now => ticket.Assign(assignee, former, null, now));
    }

    private async Task<string?> ReplyAsync(Ticket ticket, ActionContext context, bool isInternal, CancellationToken cancellationToken)
    {
        if (ticket.Status is TicketStatus.Closed)
            throw new ActionRefusedException("The ticket is closed and takes no more replies.");
        var text = context.Text(NewReply.BodyLength);
        if (string.IsNullOrWhiteSpace(text))
            throw new ActionRefusedException("Nothing was left of the text when its placeholders were replaced.");
        await people.RememberAsync(Portal, cancellationToken);
        var reply = ticket.Add(text, isInternal, Portal, clock.Now());
        outbox.Raise(new TicketEvent(Guid.CreateVersion7(reply.CreatedAt), TicketEventKind.Replied, ticket.Id, reply.CreatedAt, Portal.Id, Call: null, context.Causes));
        telemetry.Replied(reply);
        return null;
    }
}
