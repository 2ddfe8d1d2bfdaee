using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using MyPortal.Web.Clients;
using MyPortal.Web.Pages.Admin.Automation;

namespace MyPortal.Tests.Rules.Automation;

public sealed class RuleFormTests
{
    private static readonly Vocabulary Words = new([], [new FieldWord("ticket.subject", "Subject", "text", ["contains"], null, false)], [new ActionWord("assign", "Assign", [])], []);

    [Theory]
    [InlineData(0, 20)]
    [InlineData(1, 10)]
    public void No_more_conditions_are_added_than_the_rule_may_have(int group, int most)
    {
        var form = new RuleForm { Groups = [new(), new()] };
        var chosen = new FormCollection(new() { [$"add-field-{group}"] = "ticket.subject" });
        for (var press = 0; press < 25; press++)
            RuleFormRows.Change(form, $"add-test:{group}", chosen, Words);
        form.Groups[group].Tests.Count.ShouldBe(most);
    }

    [Fact]
    public void No_more_actions_are_added_than_the_rule_may_have()
    {
        var form = RuleForm.New();
        for (var press = 0; press < 25; press++)
            RuleFormRows.Change(form, "add-action", new FormCollection(new() { ["add-action"] = "assign" }), Words);
        form.Actions.Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("add-test")]
    [InlineData("add-test:9")]
    [InlineData("add-test:-1")]
    [InlineData("remove-test:0:0")]
    [InlineData("remove-group:0")]
    [InlineData("remove-action:99999999999")]
    [InlineData("::")]
    public void A_button_that_makes_no_sense_changes_nothing(string pressed)
    {
        var form = RuleForm.New();
        RuleFormRows.Change(form, pressed, FormCollection.Empty, Words);
        form.Groups.ShouldHaveSingleItem().Tests.ShouldBeEmpty();
        form.Actions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"rules":[]}""")]
    [InlineData("""{"rules":[{"id":"0198c000-0000-7000-8000-00000000e001","name":"One","trigger":"replied","match":"all","conditions":[],"actions":[],"version":"1"}]}""")]
    public async Task Moving_a_rule_that_is_gone_or_at_the_end_changes_nothing(string rules)
    {
        using var http = new HttpClient(new Answers(rules)) { BaseAddress = new Uri("http://ticketapi/") };
        var page = new IndexModel(new AutomationClient(http));
        foreach (var by in new[] { -1, 1 })
        {
            (await page.OnPostMoveAsync(Guid.NewGuid(), by, TestContext.Current.CancellationToken)).ShouldBeOfType<RedirectToPageResult>();
            (await page.OnPostMoveAsync(Guid.Parse("0198c000-0000-7000-8000-00000000e001"), by, TestContext.Current.CancellationToken)).ShouldBeOfType<RedirectToPageResult>();
        }
    }

    private sealed class Answers(string rules) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            request.Method == HttpMethod.Get
                ? new HttpResponseMessage { Content = new StringContent(rules, System.Text.Encoding.UTF8, "application/json") }
                : new HttpResponseMessage(HttpStatusCode.NoContent));
    }
}
