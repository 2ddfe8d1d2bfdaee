using System.Net;
using System.Net.Http.Json;
using System.Text;
using MyPortal.Tests.Bookings;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Automation;

/// <summary>Keeping rules: what is saved, refused and tried out.</summary>
public sealed class RuleEndpointTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_seeded_rules_are_there()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        var rules = (await ada.ReadStrictlyAsync<RuleList>("/api/automation/rules")).Rules;
        rules.Select(rule => rule.Name).Take(3).ShouldBe(
            ["Call booked: wait for it", "Call over: back to work, and ask how it went", "No-show: offer another time"]);
        rules.Take(3).ShouldAllBe(rule => rule.Enabled);
    }

    [Fact]
    public async Task A_rule_is_kept_changed_on_its_version_and_deleted()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        var mark = RuleCalls.NewMark();
        var saved = await ada.AddRuleAsync(mark, "replied", [new { kind = "set_status", status = "open" }],
            new { not = true, match = "any", conditions = new[] { new { field = "ticket.company", @operator = "is_set" } } });
        saved.WebhookSecret.ShouldBeNull();
        var path = $"/api/automation/rules/{saved.RuleId()}";
        var body = """{"name":"Changed","trigger":"replied","match":"any","conditions":[{"field":"ticket.subject","operator":"equal_to","value":"never"}],"actions":[{"kind":"set_priority","priority":"low"}]}""";

        using var without = await PutAsync(ada, path, body, null);
        await without.ShouldBeProblemAsync(HttpStatusCode.PreconditionRequired);
        using var changed = await PutAsync(ada, path, body, saved.Rule.Version);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var stale = await PutAsync(ada, path, body, saved.Rule.Version);
        (await stale.ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed)).Detail.ShouldContain("rule");

        using var read = await ada.GetAsync(path, Stop);
        var rule = await read.ReadStrictlyAsync<Rule>();
        rule.Name.ShouldBe("Changed");
        rule.Match.ShouldBe("any");
        read.Headers.ETag!.Tag.ShouldBe($"\"{rule.Version}\"");

        using var deleted = await ada.DeleteAsync(path, Stop);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var gone = await ada.GetAsync(path, Stop);
        await gone.ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    public static TheoryData<string, string?> BadRules() => new()
    {
        { "", null },
        { "null", null },
        { "[]", null },
        { "{}", null },
        { """{"name":"n","trigger":"sunset","actions":[]}""", "trigger" },
        { """{"name":"n","trigger":"replied","actions":[{"kind":"explode"}]}""", "actions[0].kind" },
        { """{"name":"n","trigger":"replied","conditions":[{"field":"ticket.status","operator":"is","value":"open"},{"field":"ticket.status","operator":"is","value":"odd"}],"actions":[{"kind":"set_status","status":"open"}]}""", "conditions[1].value" },
        { """{"name":"n","trigger":"replied","conditions":[{"field":"ticket.status","operator":"like","value":"open"}],"actions":[{"kind":"set_status","status":"open"}]}""", "conditions[0].operator" },
        { """{"name":"n","trigger":"replied","actions":[{"kind":"assign","assigneeId":"0198c000-0000-7000-8000-00000000a001"}]}""", "actions[0].assigneeId" },
        { """{"name":"n","trigger":"replied","actions":[{"kind":"add_public_reply","text":"{{call.start}}"}]}""", "actions[0].text" },
        { """{"name":"n","trigger":"replied","actions":[{"kind":"call_webhook","url":"http://example.org/"}]}""", "actions[0].url" },
    };

    [Theory]
    [MemberData(nameof(BadRules))]
    public async Task A_bad_rule_is_refused_with_the_field_that_is_wrong(string body, string? field)
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var response = await ada.PostAsync("/api/automation/rules", new StringContent(body, Encoding.UTF8, "application/json"), Stop);
        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        if (field is not null)
            problem.Errors![field][0].ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_changes_nothing()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "call_booked",
            [new { kind = "set_status", status = "closed" }, new { kind = "send_mail", address = "office@example.org", subject = "#{{ticket.number}}", text = "{{call.start}}" }],
            new { field = "ticket.priority", @operator = "is", value = "urgent" });
        var number = await robin.OpenTicketAsync($"Dry {mark}");
        var booking = await portal.AddCallAsync(number, TimeSpan.FromHours(2));
        var before = await ada.ReadVersionAsync(number);

        using var response = await ada.PostAsJsonAsync($"/api/automation/rules/{rule.RuleId()}/dry-run", new { ticketNumber = number }, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Stop));

        var result = await response.ReadStrictlyAsync<DryRun>();
        result.WouldRun.ShouldBeFalse();
        result.Call.ShouldNotBeNull().ShouldBe(booking.Start, TimeSpan.FromMilliseconds(1));
        result.Conditions.Select(condition => condition.Met).ShouldBe([true, false]);
        result.Actions[1].Subject.ShouldBe($"#{number}");
        result.Actions[1].Text.ShouldNotBeNull().ShouldEndWith("(Europe/Lisbon)");
        (await ada.ReadVersionAsync(number)).ShouldBe(before);
        (await ada.RunsAsync(rule, number)).ShouldBeEmpty();

        using var missing = await ada.PostAsJsonAsync($"/api/automation/rules/{rule.RuleId()}/dry-run", new { ticketNumber = 999_999_999 }, Stop);
        (await missing.ShouldBeProblemAsync(HttpStatusCode.BadRequest)).Errors!["ticketNumber"].ShouldNotBeNull();
        await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task An_order_that_does_not_name_every_rule_once_is_refused()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        foreach (var ids in new Guid[][] { [], [Guid.NewGuid()] })
        {
            using var response = await ada.PutAsJsonAsync("/api/automation/rules/order", new { ids }, Stop);
            await response.ShouldBeProblemAsync(HttpStatusCode.Conflict);
        }
    }

    [Theory]
    [InlineData("after=nonsense", "after")]
    [InlineData("rule=nonsense", null)]
    [InlineData("failed=maybe", null)]
    public async Task A_bad_query_of_the_log_is_refused(string query, string? field)
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var response = await ada.GetAsync($"/api/automation/runs?{query}", Stop);
        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        if (field is not null)
            problem.Errors![field].ShouldNotBeNull();
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string path, string body, string? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await client.SendAsync(request, Stop);
    }
}
