using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Replies;

namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>
/// Changes of the ticket itself. They note and raise what a person's change would; the portal is the actor. To be called in a transaction:
/// the row is locked, so that changes of people and rules at once queue up.
/// </summary>
public sealed class TicketActions(TicketDbContext db, Replying replying, TimeProvider clock)
{
    private static readonly Caller Portal = PortalPerson.Automation;

    /// <summary>What is to be said of it; null when there is nothing to add.</summary>
    /// <exception cref="ActionRefusedException">The ticket, or the person to assign, does not allow it.</exception>
    internal async Task<string?> DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (context.Action.Kind is ActionKind.AddInternalNote or ActionKind.AddPublicReply)
        {
            await ReplyAsync(context, cancellationToken);
            return null;
        }

        var ticket = await db.LockedAsync(context.Event.TicketId, cancellationToken) ?? throw new ActionRefusedException("The ticket is gone.");
        var change = new Change(ActorId: null, clock.Now(), context.Causes);
        var changed = context.Action.Kind switch
        {
            ActionKind.SetStatus => ticket.ChangeStatus(context.Action.Status!.Value, change),
            ActionKind.SetPriority => ticket.ChangePriority(context.Action.Priority!.Value, change),
            ActionKind.Assign => await AssignAsync(ticket, context, change, cancellationToken),
            var other => throw new ArgumentOutOfRangeException(nameof(context), other, "Not a change of a ticket."),
        };
        return changed ? null : "It was so already.";
    }

    private async Task<bool> AssignAsync(Ticket ticket, ActionContext context, Change change, CancellationToken cancellationToken)
    {
        PersonReference? assignee = null;
        if (context.Action.AssigneeId is { } id)
        {
            assignee = await db.People.Where(person => person.Id == id && (person.Role == Role.Technician || person.Role == Role.Administrator))
                .Select(person => new PersonReference(person.Id, person.Name)).SingleOrDefaultAsync(cancellationToken)
                ?? throw new ActionRefusedException("The person to assign is not known as a technician or administrator.");
        }
        var former = await db.People.Where(person => person.Id == ticket.AssignedUserId).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
        return ticket.Assign(assignee, former, change);
    }

    private async Task ReplyAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var text = context.Text(TextLimits.MaxTextLength);
        if (string.IsNullOrWhiteSpace(text))
            throw new ActionRefusedException("Nothing was left of the text when its placeholders were replaced.");
        var isInternal = context.Action.Kind is ActionKind.AddInternalNote;
        if (await replying.AddAsync(context.Event.TicketId, Portal, text, isInternal, context.Causes, cancellationToken) is null)
            throw new ActionRefusedException("The ticket is closed and takes no more replies.");
    }
}
