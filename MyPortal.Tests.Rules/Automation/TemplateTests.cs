using CsCheck;
using MyPortal.TicketApi.Automation.Templates;

using static MyPortal.Tests.Rules.Automation.Subjects;

namespace MyPortal.Tests.Rules.Automation;

public sealed class TemplateTests
{
    private static readonly TemplateFacts Facts = new(WithCall, "Rule of the test", "https://portal.example");

    [Theory]
    [InlineData("Hello {{requester.name}}!", "Hello Robin Requester!")]
    [InlineData("#{{ticket.number}} {{ ticket.status }}", "#1234 waiting for call")]
    [InlineData("{{assignee.name}}", "our team")]
    [InlineData("{{company.name}}", "Northwind Bakery")]
    [InlineData("{{booking.link}}", "https://portal.example/tickets/1234#booking-heading")]
    [InlineData("{{ticket.link}}", "https://portal.example/tickets/1234")]
    [InlineData("{{call.start}}", "Tuesday, 1 December 2026, 16:00 (Europe/Berlin)")]
    [InlineData("{{call.previous_start}}", "Tuesday, 1 December 2026, 14:00 (Europe/Berlin)")]
    [InlineData("{{call.reason}}", "Train is late")]
    [InlineData("{{rule.name}}", "Rule of the test")]
    [InlineData("No placeholder, {one} brace", "No placeholder, {one} brace")]
    public void Placeholders_are_replaced(string template, string expected) => Template.Render(template, Facts, 1_000).ShouldBe(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("Nowhere/Atlantis")]
    [InlineData("../../etc/passwd")]
    public void A_time_zone_that_is_not_known_is_UTC(string? zone)
    {
        var facts = Facts with { Subject = WithCall with { Call = WithCall.Call! with { TimeZone = zone } } };
        Template.Render("{{call.start}}", facts, 1_000).ShouldBe("Tuesday, 1 December 2026, 15:00 (UTC)");
    }

    [Theory]
    [InlineData("{{")]
    [InlineData("text {{ ticket.number")]
    [InlineData("{{}}")]
    [InlineData("{{{ticket.number}}}")]
    [InlineData("{{ticket.number | upcase}}")]
    [InlineData("{{ticket['number']}}")]
    [InlineData("{{TICKET.NUMBER}}")]
    [InlineData("{{requester.password}}")]
    [InlineData("{{#each tickets}}")]
    [InlineData("{{7*7}}")]
    [InlineData("{{ticket.number}} and {{ticket.colour}}")]
    [InlineData("{{call.start}}")]
    public void What_is_no_placeholder_is_refused_when_saved(string template) =>
        Template.Problem(template, hasCall: false).ShouldNotBeNull().ShouldEndWith(".");

    [Theory]
    [InlineData("{{call.start}} {{booking.link}}")]
    [InlineData("}} {% raw %} ${x} <%= y %> @z")]
    public void Everything_else_is_plain_text(string template) => Template.Problem(template, hasCall: true).ShouldBeNull();

    [Theory]
    [InlineData("{{requester.email}} {{assignee.name}}")]
    [InlineData("{{ticket.subject}}{{ticket.subject}}")]
    [InlineData("$& $1 ${name} \\0")]
    public void Text_of_a_ticket_never_becomes_a_template(string subject)
    {
        var facts = Facts with { Subject = WithCall with { Ticket = TicketWith(subject) } };
        Template.Render("<{{ticket.subject}}>", facts, 1_000).ShouldBe($"<{subject}>");
    }

    [Fact]
    public void A_subject_line_stays_one_line_whatever_is_put_in()
    {
        var facts = Facts with { Subject = WithCall with { Ticket = TicketWith("a\r\nBcc: b@example.org\u2028\u0085\tc") } };
        Template.RenderLine("{{ticket.subject}}", facts).ShouldBe("a Bcc: b@example.org c");
    }

    [Fact]
    public void A_result_is_cut_to_its_length_and_never_inside_a_character() =>
        Gen.Select(Gen.Int[2, 40], Gen.OneOfConst("a", "\U0001F382", "{{ticket.subject}}").Array[0, 40]).Sample(
            (length, pieces) =>
            {
                var rendered = Template.Render(string.Concat(pieces), Facts, length);
                return rendered.Length <= length && rendered.EnumerateRunes().All(rune => rune.Value != 0xFFFD);
            });

    [Fact]
    public void Whatever_is_typed_is_either_refused_or_rendered_without_a_placeholder_left() =>
        Gen.OneOfConst("{", "}", "{{", "}}", " ", "ticket.number", "call.start", "ticket", ".", "x", "\n").Array[0, 12].Sample(
            pieces =>
            {
                var template = string.Concat(pieces);
                return Template.Problem(template, hasCall: true) is not null
                    || !Template.Render(template, Facts, 10_000).Contains("{{", StringComparison.Ordinal);
            });

    [Fact]
    public void Every_placeholder_that_is_offered_works()
    {
        foreach (var placeholder in Placeholders.All)
        {
            Template.Problem($"{{{{{placeholder.Name}}}}}", hasCall: true).ShouldBeNull();
            Template.Render($"{{{{{placeholder.Name}}}}}", Facts with { Subject = WithoutCall }, 1_000).ShouldNotContain("{{");
        }
    }
}
