using System.Text.Json;
using System.Text.RegularExpressions;
using MyPortal.TicketApi.Automation;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Automation.Outgoing;

namespace MyPortal.Tests.Rules.Automation;

public sealed partial class RuleValidatorTests
{
    private const string Action = """{"kind":"set_status","status":"open"}""";

    public static TheoryData<string, string> BadConditions() => new()
    {
        { "null", "conditions[0]" },
        { "{}", "conditions[0].field" },
        { """{"field":"ticket.colour","operator":"is","value":"red"}""", "conditions[0].field" },
        { """{"field":"ticket.status"}""", "conditions[0].operator" },
        { """{"field":"ticket.status","operator":"contains","value":"open"}""", "conditions[0].operator" },
        { """{"field":"ticket.status","operator":"is","value":"opened"}""", "conditions[0].value" },
        { """{"field":"ticket.status","operator":"is"}""", "conditions[0].value" },
        { """{"field":"ticket.status","operator":"is","value":"open","values":["open"]}""", "conditions[0].values" },
        { """{"field":"ticket.status","operator":"is_one_of"}""", "conditions[0].values" },
        { """{"field":"ticket.status","operator":"is_one_of","values":[]}""", "conditions[0].values" },
        { """{"field":"ticket.status","operator":"is_one_of","values":["open",null]}""", "conditions[0].values" },
        { """{"field":"ticket.status","operator":"is_one_of","value":"open"}""", "conditions[0].value" },
        { """{"field":"ticket.status","operator":"is_set","value":"open"}""", "conditions[0].value" },
        { """{"field":"ticket.subject","operator":"contains","value":""}""", "conditions[0].value" },
        { """{"field":"ticket.subject","operator":"contains","value":"nul \u0000"}""", "conditions[0].value" },
        { """{"field":"ticket.replies","operator":"less_than","value":"three"}""", "conditions[0].value" },
        { """{"field":"ticket.replies","operator":"less_than","value":"1e3"}""", "conditions[0].value" },
        { """{"field":"ticket.opened","operator":"before","value":"2026-12-01"}""", "conditions[0].value" },
        { """{"field":"ticket.opened","operator":"before","value":"2026-12-01T10:00:00"}""", "conditions[0].value" },
        { """{"field":"ticket.opened","operator":"within_hours","value":"-1"}""", "conditions[0].value" },
        { """{"field":"ticket.opened","operator":"within_hours","value":"9000"}""", "conditions[0].value" },
        { """{"field":"call.start","operator":"is_set"}""", "conditions[0].field" },
        { """{"match":"all"}""", "conditions[0].conditions" },
        { """{"match":"all","conditions":[]}""", "conditions[0].conditions" },
        { """{"conditions":[{"field":"ticket.status","operator":"is_set"}]}""", "conditions[0].match" },
        { """{"field":"ticket.status","match":"all","conditions":[{"field":"ticket.status","operator":"is_set"}]}""", "conditions[0]" },
        { """{"match":"all","conditions":[{"field":"ticket.status","operator":"is_set"},{"field":"ticket.status","operator":"is","value":"x"}]}""", "conditions[0].conditions[1].value" },
        { """{"match":"all","conditions":[{"match":"any","conditions":[{"field":"ticket.status","operator":"is_set"}]}]}""", "conditions[0].conditions[0]" },
        { """{"match":"all","conditions":[null]}""", "conditions[0].conditions[0]" },
    };

    [Theory]
    [MemberData(nameof(BadConditions))]
    public void A_bad_condition_is_refused_where_it_is_wrong(string condition, string field) =>
        Errors($$"""{"name":"n","trigger":"replied","conditions":[{{condition}}],"actions":[{{Action}}]}""").ShouldHaveSingleItem().Key.ShouldBe(field);

    public static TheoryData<string, string> BadActions() => new()
    {
        { "null", "actions[0].kind" },
        { """{"kind":"set_status"}""", "actions[0].status" },
        { """{"kind":"set_priority","status":"open"}""", "actions[0].status,actions[0].priority" },
        { """{"kind":"assign","text":"x"}""", "actions[0].text" },
        { """{"kind":"add_public_reply"}""", "actions[0].text" },
        { """{"kind":"add_public_reply","text":" "}""", "actions[0].text" },
        { """{"kind":"add_public_reply","text":"{{nothing.known}}"}""", "actions[0].text" },
        { """{"kind":"add_public_reply","text":"{{call.start}}"}""", "actions[0].text" },
        { """{"kind":"add_public_reply","text":"{{ticket.number"}""", "actions[0].text" },
        { """{"kind":"add_internal_note","text":"nul \u0000"}""", "actions[0].text" },
        { """{"kind":"notify_watchers","text":"x"}""", "actions[0].subject" },
        { """{"kind":"notify_watchers","subject":"two\nlines","text":"x"}""", "actions[0].subject" },
        { """{"kind":"send_mail","subject":"s","text":"x"}""", "actions[0].address" },
        { """{"kind":"send_mail","subject":"s","text":"x","address":"nobody"}""", "actions[0].address" },
        { """{"kind":"send_mail","subject":"s","text":"x","address":"a@example.org, b@example.org"}""", "actions[0].address" },
        { """{"kind":"send_mail","subject":"s","text":"x","address":"A <a@example.org>"}""", "actions[0].address" },
        { """{"kind":"send_mail","subject":"s","text":"x","address":"a@example.org\nBcc: b@example.org"}""", "actions[0].address" },
        { """{"kind":"call_webhook"}""", "actions[0].url" },
        { """{"kind":"call_webhook","url":"http://example.org/"}""", "actions[0].url" },
        { """{"kind":"call_webhook","url":"https://user:secret@example.org/"}""", "actions[0].url" },
        { """{"kind":"call_webhook","url":"https://example.org/#x"}""", "actions[0].url" },
        { """{"kind":"call_webhook","url":"file:///etc/passwd"}""", "actions[0].url" },
        { """{"kind":"call_webhook","url":"//example.org"}""", "actions[0].url" },
        { """{"kind":"call_webhook","url":"https://example.org/","subject":"s"}""", "actions[0].subject" },
    };

    [Theory]
    [MemberData(nameof(BadActions))]
    public void A_bad_action_is_refused_where_it_is_wrong(string action, string fields) =>
        Errors($$"""{"name":"n","trigger":"replied","actions":[{{action}}]}""").Keys.ShouldBe(fields.Split(','), ignoreOrder: true);

    [Theory]
    [InlineData("""{"trigger":"replied","actions":[{"kind":"set_status","status":"open"}]}""", "name")]
    [InlineData("""{"name":" ","trigger":"replied","actions":[{"kind":"set_status","status":"open"}]}""", "name")]
    [InlineData("""{"name":"two\nlines","trigger":"replied","actions":[{"kind":"set_status","status":"open"}]}""", "name")]
    [InlineData("""{"name":"n","trigger":"replied"}""", "actions")]
    [InlineData("""{"name":"n","trigger":"replied","actions":[]}""", "actions")]
    public void A_rule_needs_a_name_and_something_to_do(string rule, string field) => Errors(rule).ShouldHaveSingleItem().Key.ShouldBe(field);

    [Fact]
    public void Too_much_of_anything_is_refused()
    {
        var tests = string.Join(',', Enumerable.Repeat("""{"field":"ticket.status","operator":"is_set"}""", 21));
        Errors($$"""{"name":"n","trigger":"replied","conditions":[{{tests}}],"actions":[{{Action}}]}""").ShouldContainKey("conditions");
        var actions = string.Join(',', Enumerable.Repeat(Action, 11));
        Errors($$"""{"name":"n","trigger":"replied","actions":[{{actions}}]}""").ShouldContainKey("actions");
        Errors($$"""{"name":"{{new string('n', 101)}}","trigger":"replied","actions":[{{Action}}]}""").ShouldContainKey("name");
        Errors($$"""{"name":"n","trigger":"replied","actions":[{"kind":"add_internal_note","text":"{{new string('t', 5_001)}}"}]}""").ShouldContainKey("actions[0].text");
    }

    [Theory]
    [InlineData("""{"name":"n","trigger":"replied","colour":"red","actions":[]}""")]
    [InlineData("""{"name":"n","trigger":"replied","conditions":[{"field":"ticket.status","operator":"is_set","or":1}]}""")]
    [InlineData("""{"name":"n","trigger":"replied","actions":[{"kind":"set_status","status":"open","command":"rm"}]}""")]
    [InlineData("""{"name":"n","trigger":"sunrise","actions":[]}""")]
    [InlineData("""{"name":"n","trigger":3,"actions":[]}""")]
    [InlineData("""{"name":"n","actions":[]}""")]
    [InlineData("""{"name":"n","trigger":"replied","actions":[{"status":"open"}]}""")]
    public void What_a_rule_does_not_know_is_no_rule(string rule) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<RuleRequest>(rule, AutomationJson.Options));

    [Fact]
    public void Every_seeded_rule_could_be_saved_as_it_is()
    {
        var rules = SeededRow().Matches(SeededRules.Sql);
        rules.Count.ShouldBe(3);
        foreach (Match rule in rules)
        {
            var trigger = SnakeCase.Value<TicketEventKind>(rule.Groups["trigger"].Value);
            var definition = JsonSerializer.Deserialize<RuleDefinition>(rule.Groups["definition"].Value, AutomationJson.Options).ShouldNotBeNull();
            var request = new RuleRequest(rule.Groups["name"].Value, trigger, true, definition.Match, definition.Conditions, definition.Actions);
            RuleValidator.Validate(request, new OutgoingAddresses(AllowLoopback: false)).ShouldBeEmpty();
        }
    }

    [GeneratedRegex(@"\d, '(?<name>[^']+)', true, '(?<trigger>\w+)', \$\$(?<definition>.+?)\$\$", RegexOptions.Singleline)]
    private static partial Regex SeededRow();

    [Theory]
    [InlineData("http://localhost:5000/hook", true)]
    [InlineData("http://127.0.0.1/hook", true)]
    [InlineData("http://example.org/hook", false)]
    [InlineData("https://example.org/hook", true)]
    public void Only_where_it_is_allowed_may_plain_http_go_to_this_machine(string url, bool allowed)
    {
        (new OutgoingAddresses(AllowLoopback: true).Problem(url) is null).ShouldBe(allowed);
        (new OutgoingAddresses(AllowLoopback: false).Problem(url) is null).ShouldBe(url.StartsWith("https", StringComparison.Ordinal));
    }

    private static Dictionary<string, string[]> Errors(string rule)
    {
        var errors = RuleValidator.Validate(JsonSerializer.Deserialize<RuleRequest>(rule, AutomationJson.Options)!, new OutgoingAddresses(AllowLoopback: false));
        errors.Values.ShouldAllBe(messages => messages[0].EndsWith('.'));
        return errors;
    }
}
