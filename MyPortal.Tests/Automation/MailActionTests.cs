using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Mail;
using MyPortal.Tests.Tickets;

namespace MyPortal.Tests.Automation;

/// <summary>Mail of rules, as the mail server got it.</summary>
public sealed class MailActionTests(PortalFixture portal)
{
    [Fact]
    public async Task Watchers_and_an_address_get_what_the_template_says_and_the_address_nothing_more()
    {
        using var mailbox = new Mailbox(portal.Address("mail"));
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "ticket_created",
        [
            new { kind = "notify_watchers", subject = "#{{ticket.number}} is new", text = "{{requester.name}} opened it." },
            new { kind = "send_mail", address = "duty@elsewhere.example", subject = "#{{ticket.number}} for duty", text = "Priority: {{ticket.priority}}" },
        ]);

        var number = await robin.OpenTicketAsync($"Mail {mark}");
        (await ada.OnlyRunAsync(rule, number)).States().ShouldBe(["done", "done"]);

        // Whoever opens a ticket watches it.
        var mails = await mailbox.ByReaderAsync(number, 2);
        mails[Demo.Robin.Email].Subject.ShouldBe($"#{number} is new");
        mails[Demo.Robin.Email].TextBody!.ShouldContain("Robin Requester opened it.");
        var outside = mails["duty@elsewhere.example"];
        outside.Subject.ShouldBe($"#{number} for duty");
        outside.TextBody!.ShouldStartWith("Priority: normal");
        foreach (var personal in new[] { mark, Demo.Robin.Name, Demo.Robin.Email })
            outside.ToString().ShouldNotContain(personal);
        await ada.DeleteRuleAsync(rule);
    }
}
