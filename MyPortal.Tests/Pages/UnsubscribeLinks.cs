using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Webhooks;
using MyPortal.TicketApi.Mail;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.Tests.Pages;

internal static class UnsubscribeLinks
{
    /// <summary>The path of a link as it stands in a mail to this person about this ticket.</summary>
    public static async Task<string> UnsubscribePathAsync(this PortalFixture portal, Person person, long number, bool reminders = false)
    {
        using var secrets = await portal.TicketSecretsAsync();
        await using var db = await portal.TicketDbAsync();
        var ticket = await db.Tickets.Where(ticket => ticket.Number == number).Select(ticket => ticket.Id).SingleAsync(TestContext.Current.CancellationToken);
        return "/unsubscribe/" + secrets.Unsubscribe.Create(new Subscription(person.Id, ticket, reminders));
    }
}
