using MyPortal.TicketApi.Automation.Templates;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Mail;

namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>Hands a rule's mail, with its placeholders replaced, over to those who send it. What they note is saved with the action.</summary>
public sealed class MailActions(RuleMail mails)
{
    internal Task DoAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var (ticket, cause, text) = (context.Event.TicketId, context.Run.Id, context.Text(TextLimits.MaxTextLength));
        var subject = Template.RenderLine(context.Action.Subject ?? "", context.Facts);
        return context.Action.Address is { } address
            ? mails.TellAddressAsync(ticket, cause, address, subject, text, cancellationToken)
            : mails.TellWatchersAsync(ticket, cause, subject, text, cancellationToken);
    }
}
