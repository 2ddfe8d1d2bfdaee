using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MyPortal.Tests.Automation;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Pages;

/// <summary>The administrators' pages of automation, pressed as a browser without scripts presses them.</summary>
public sealed class AutomationPageTests(PortalFixture portal)
{
    private const string NewRule = "/admin/automation/new";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/admin/automation")]
    [InlineData("/admin/automation/new")]
    [InlineData("/admin/automation/runs")]
    public async Task Only_administrators_get_in(string path)
    {
        foreach (var reader in new[] { Demo.Tess, Demo.Casey })
        {
            using var refused = await (await portal.SessionAsync(reader)).Client.GetAsync(path, Stop);
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
        (await (await portal.SessionAsync(Demo.Ada)).GetHtmlAsync(path, Stop)).ShouldContain("What rules did");
    }

    [Fact]
    public async Task The_way_there_is_shown_to_administrators_only()
    {
        (await (await portal.SessionAsync(Demo.Ada)).GetHtmlAsync("/tickets", Stop)).ShouldContain("href=\"/admin/automation\"");
        (await (await portal.SessionAsync(Demo.Tess)).GetHtmlAsync("/tickets", Stop)).ShouldNotContain("/admin/automation");
    }

    [Fact]
    public async Task A_rule_is_built_row_by_row_saved_tried_and_deleted()
    {
        var ada = await portal.SessionAsync(Demo.Ada);
        var mark = RuleCalls.NewMark();
        var form = await FormOf(await ada.GetHtmlAsync(NewRule, Stop));
        form["Form.Name"] = "Built by a test";
        form["Form.Trigger"] = "replied";

        form = await PressAsync(ada, form, "add-test:0", ("add-field-0", "ticket.subject"));
        form["Form.Groups[0].Tests[0].Operator"] = "contains";
        form["Form.Groups[0].Tests[0].Value"] = mark;
        form = await PressAsync(ada, form, "add-group");
        form = await PressAsync(ada, form, "add-test:1", ("add-field-1", "ticket.status"));
        form["Form.Groups[1].Tests[0].Values"] = "open";
        form = await PressAsync(ada, form, "add-test:1", ("add-field-1", "ticket.opened"));
        form["Form.Groups[1].Tests[1].Value"] = "2030-01-01 08:00";
        form = await PressAsync(ada, form, "add-action", ("add-action", "add_internal_note"));
        form["Form.Actions[0].Text"] = "Dry {{ticket.number}}";
        form = await PressAsync(ada, form, "add-action", ("add-action", "assign"));
        form["Form.Actions[1].AssigneeId"] = Demo.Tess.Id.ToString();
        form["Form.Name"].ShouldBe("Built by a test");
        form["Form.Groups[0].Tests[0].Value"].ShouldBe(mark);

        using var saved = await SendAsync(ada, NewRule, form, "save");
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync(Stop));
        var path = saved.Headers.Location!.ToString();
        var page = await ada.GetHtmlAsync(path, Stop);
        page.ShouldContain("The rule is saved.");
        (await FormOf(page))["Form.Groups[1].Tests[1].Value"].ShouldBe("2030-01-01 08:00");

        using var api = await portal.ApiClientAsync("ticketapi", Demo.Ada);
        var rule = await api.ReadStrictlyAsync<Rule>($"/api/automation/rules/{path.Split('/')[^1]}");
        rule.Conditions[1].Match.ShouldBe("any");
        rule.Conditions[1].Conditions.ShouldNotBeNull()[1].Value.ShouldBe("2030-01-01T08:00:00Z");

        using var casey = await portal.ApiClientAsync("ticketapi", Demo.Casey);
        var number = await casey.OpenTicketAsync($"Page {mark}");
        using var tried = await ada.PostFormAsync(path + "?handler=DryRun", new() { ["ticket"] = $"#{number}" }, Stop, path);
        var result = await tried.Content.ReadAsStringAsync(Stop);
        result.ShouldContain($"It would run on ticket #{number}.");
        result.ShouldContain($"Dry {number}");
        using var nonsense = await ada.PostFormAsync(path + "?handler=DryRun", new() { ["ticket"] = "nine" }, Stop, path);
        (await nonsense.Content.ReadAsStringAsync(Stop)).ShouldContain("Give the number of a ticket.");

        using var deleted = await ada.PostFormAsync(path + "?handler=Delete", [], Stop, path);
        deleted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ada.Client.GetAsync(path, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_refused_rule_keeps_what_was_typed_and_says_what_is_wrong_beside_the_field()
    {
        var ada = await portal.SessionAsync(Demo.Ada);
        var form = await FormOf(await ada.GetHtmlAsync(NewRule, Stop));
        form["Form.Name"] = new string('n', 101);
        form["Form.Trigger"] = "ticket_created";
        form = await PressAsync(ada, form, "add-test:0", ("add-field-0", "ticket.replies"));
        form["Form.Groups[0].Tests[0].Value"] = "<many>";
        form = await PressAsync(ada, form, "add-action", ("add-action", "add_public_reply"));
        form["Form.Actions[0].Text"] = "{{call.start}} </textarea>";

        using var refused = await SendAsync(ada, NewRule, form, "save");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var document = await Parse(await refused.Content.ReadAsStringAsync(Stop));
        Value(document, "Form.Name").ShouldBe(new string('n', 101));
        Value(document, "Form.Groups[0].Tests[0].Value").ShouldBe("<many>");
        document.QuerySelector("textarea[name='Form.Actions[0].Text']")!.TextContent.ShouldBe("{{call.start}} </textarea>");
        document.GetElementById("rule-name-error")!.TextContent.ShouldContain("at most 100 characters");
        document.GetElementById("test-0-0-error")!.TextContent.ShouldContain("Give a number");
        document.GetElementById("action-0-text-error")!.TextContent.ShouldContain("only when the trigger is about a call");
        document.QuerySelector("option[value=ticket_created]")!.HasAttribute("selected").ShouldBeTrue();
    }

    [Fact]
    public async Task A_webhooks_secret_is_shown_once()
    {
        var ada = await portal.NewSessionAsync(Demo.Ada);
        var form = await FormOf(await ada.GetHtmlAsync(NewRule, Stop));
        (form["Form.Name"], form["Form.Trigger"]) = ("Webhook of a page test", "call_moved");
        form.Remove("Form.Enabled");
        form = await PressAsync(ada, form, "add-action", ("add-action", "call_webhook"));
        form["Form.Actions[0].Url"] = "https://example.org/hook";

        using var saved = await SendAsync(ada, NewRule, form, "save");
        var path = saved.Headers.Location!.ToString();

        (await ada.GetHtmlAsync(path, Stop)).ShouldContain("<code>mps_");
        (await ada.GetHtmlAsync(path, Stop)).ShouldNotContain("mps_");
        using var renewed = await ada.PostFormAsync(path + "?handler=Secret", [], Stop, path);
        (await ada.GetHtmlAsync(path, Stop)).ShouldContain("<code>mps_");
        using var deleted = await ada.PostFormAsync(path + "?handler=Delete", [], Stop, path);
    }

    [Fact]
    public async Task A_rule_that_somebody_else_changed_is_not_overwritten_unawares()
    {
        using var api = await portal.ApiClientAsync("ticketapi", Demo.Ada);
        var rule = await api.AddRuleAsync(RuleCalls.NewMark(), "replied", [new { kind = "set_priority", priority = "low" }]);
        var path = $"/admin/automation/{rule.RuleId()}";
        var ada = await portal.SessionAsync(Demo.Ada);
        var form = await FormOf(await ada.GetHtmlAsync(path, Stop));
        form["Form.Name"] = "Mine";
        using var theirs = await api.PutAsJsonAsync($"/api/automation/rules/{rule.RuleId()}/enabled", new { enabled = false }, Stop);

        using var refused = await SendAsync(ada, path, form, "save");
        refused.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var page = await refused.Content.ReadAsStringAsync(Stop);
        page.ShouldContain("Somebody else changed this rule");
        using var again = await SendAsync(ada, path, await FormOf(page), "save");

        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ada.GetHtmlAsync(path, Stop)).ShouldContain("value=\"Mine\"");
        await api.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task The_list_switches_rules_and_changes_their_order_and_the_log_shows_what_ran_and_why()
    {
        using var api = await portal.ApiClientAsync("ticketapi", Demo.Ada);
        using var casey = await portal.ApiClientAsync("ticketapi", Demo.Casey);
        var mark = RuleCalls.NewMark();
        var rule = await api.AddRuleAsync(mark, "ticket_created", [new { kind = "set_priority", priority = "low" }]);
        var number = await casey.OpenTicketAsync($"Page {mark}");
        await api.OnlyRunAsync(rule, number);
        var ada = await portal.SessionAsync(Demo.Ada);

        var log = await ada.GetHtmlAsync($"/admin/automation/runs?rule={rule.RuleId()}&ticket={number}", Stop);
        log.ShouldContain("Ran</span>");
        log.ShouldContain("Set the priority: Low");
        log.ShouldContain($"ticket.subject contains {mark}");
        using var off = await ada.PostFormAsync("/admin/automation?handler=Enable", new() { ["rule"] = $"{rule.RuleId()}", ["enabled"] = "false" }, Stop, "/admin/automation");
        off.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await api.ReadStrictlyAsync<Rule>($"/api/automation/rules/{rule.RuleId()}")).Enabled.ShouldBeFalse();
        await api.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task What_failed_is_tried_again_by_a_button_and_pressing_it_twice_does_it_once()
    {
        using var api = await portal.ApiClientAsync("ticketapi", Demo.Ada);
        using var casey = await portal.ApiClientAsync("ticketapi", Demo.Casey);
        var mark = RuleCalls.NewMark();
        var rule = await api.AddRuleAsync(mark, "status_changed", [new { kind = "add_internal_note", text = "Late, but here." }],
            new { field = "ticket.status", @operator = "is", value = "closed" });
        var number = await casey.OpenTicketAsync($"Page {mark}");
        using var closed = await api.ChangeAsync(number, "status", new { status = "closed" });
        await api.OnlyRunAsync(rule, number);
        using var opened = await api.ChangeAsync(number, "status", new { status = "open" });
        var ada = await portal.NewSessionAsync(Demo.Ada);
        var path = $"/admin/automation/runs?rule={rule.RuleId()}&ticket=%23{number}";

        var button = (await Parse(await ada.GetHtmlAsync(path, Stop))).QuerySelectorAll("form[action*='handler=Retry']").ShouldHaveSingleItem();
        var form = button.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        using var first = await ada.PostFormAsync(button.GetAttribute("action")!, form, Stop, path);
        using var second = await ada.PostFormAsync(button.GetAttribute("action")!, form, Stop, path);

        foreach (var response in new[] { first, second })
        {
            response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            response.Headers.Location!.ToString().ShouldStartWith(path + "#run-");
        }
        await Eventually.GetAsync(async () => (await api.RunsAsync(rule, number))[^1], run => run.States() is ["done"]);
        (await api.ReadTicketAsync(number)).Replies.ShouldHaveSingleItem();
        var after = await ada.GetHtmlAsync(path, Stop);
        // Beside the run to which the browser goes.
        (await Parse(after)).QuerySelector(first.Headers.Location!.ToString()[path.Length..])!.TextContent.ShouldContain("There was nothing to try again");
        after.ShouldNotContain("Retry now");
        (await ada.GetHtmlAsync("/admin/automation/runs?ticket=nine", Stop)).ShouldContain("Give the number of a ticket");
        using var refused = await (await portal.SessionAsync(Demo.Tess)).PostFormAsync("/admin/automation/runs?handler=Retry", form, Stop, "/tickets");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await api.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task A_rule_that_calls_no_webhook_any_more_offers_no_new_secret()
    {
        using var api = await portal.ApiClientAsync("ticketapi", Demo.Ada);
        var mark = RuleCalls.NewMark();
        var rule = await api.AddRuleAsync(mark, "replied", [new { kind = "call_webhook", url = "https://example.org/hook" }]);
        var path = $"/admin/automation/{rule.RuleId()}";
        var ada = await portal.SessionAsync(Demo.Ada);
        (await ada.GetHtmlAsync(path, Stop)).ShouldContain("Make a new webhook secret");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/automation/rules/{rule.RuleId()}")
        {
            Content = JsonContent.Create(new { name = "Without", trigger = "call_moved", conditions = new[] { RuleCalls.Marked(mark) }, actions = new[] { new { kind = "assign" } } }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{rule.Rule.Version}\"");
        using var changed = await api.SendAsync(request, Stop);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await ada.GetHtmlAsync(path, Stop)).ShouldNotContain("Make a new webhook secret");
        await api.DeleteRuleAsync(rule);
    }

    private static async Task<Dictionary<string, string>> PressAsync(WebSession session, Dictionary<string, string> form, string button, params (string Name, string Value)[] choices)
    {
        foreach (var (name, value) in choices)
            form[name] = value;
        using var response = await SendAsync(session, NewRule, form, button);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await FormOf(await response.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<HttpResponseMessage> SendAsync(WebSession session, string path, Dictionary<string, string> form, string button)
    {
        using var content = new FormUrlEncodedContent([.. form, new("do", button)]);
        return await session.Client.PostAsync(path, content, Stop);
    }

    /// <summary>What a browser would send of the rule's form: one value a name is enough for these tests.</summary>
    private static async Task<Dictionary<string, string>> FormOf(string html)
    {
        var form = (await Parse(html)).QuerySelector("form.rule-form")!;
        var fields = new Dictionary<string, string>();
        foreach (var field in form.QuerySelectorAll("input, select, textarea"))
        {
            if (field.GetAttribute("name") is not { } name || (field.GetAttribute("type") == "checkbox" && !field.HasAttribute("checked")))
                continue;
            fields[name] = field.LocalName switch
            {
                "select" => (field.QuerySelector("option[selected]") ?? field.QuerySelector("option"))!.GetAttribute("value")!,
                "textarea" => field.TextContent,
                _ => field.GetAttribute("value") ?? "",
            };
        }
        return fields;
    }

    private static string? Value(IDocument document, string name) => document.QuerySelector($"input[name='{name}']")!.GetAttribute("value");

    private static async Task<IDocument> Parse(string html) => await new HtmlParser().ParseDocumentAsync(html, Stop);
}
