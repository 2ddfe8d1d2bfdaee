using MyPortal.TicketApi.Automation.Templates;

namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>A rule's mail, with its placeholders replaced.</summary>
/// <param name="Id">The same for each attempt, so that nobody gets it twice.</param>
/// <param name="Address">Where it goes; null for the ticket's watchers, as far as they may still read it.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text, and all that an <paramref name="Address"/> gets to read.</param>
internal sealed record RuleMail(Guid Id, Guid TicketId, string? Address, string Subject, string Text, DateTimeOffset At);

/// <summary>Takes mails of rules. What it adds is saved with the outbox by the caller.</summary>
internal interface IRuleMails
{
    /// <summary>What is to be said of it in the run log; null when there is nothing to add.</summary>
    Task<string?> AddAsync(RuleMail mail, CancellationToken cancellationToken);
}

/// <summary>Hands a rule's mail over to those who send it.</summary>
internal sealed class MailActions(IRuleMails mails)
{
    private const int TextLength = 20_000;

    public Task<string?> DoAsync(ActionContext context, CancellationToken cancellationToken) => mails.AddAsync(
        new RuleMail(context.Run.Id, context.Event.TicketId, context.Action.Address,
            Template.RenderLine(context.Action.Subject ?? "", context.Facts), context.Text(TextLength), context.Event.At),
        cancellationToken);
}
