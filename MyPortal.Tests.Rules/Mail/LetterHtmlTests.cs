using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MyPortal.TicketApi.Mail.Letters;

namespace MyPortal.Tests.Rules.Mail;

public sealed class LetterHtmlTests
{
    private static readonly LetterHtml Html = new(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);

    // Whatever could end a text, an attribute, an element, the title or the style; and what Razor could take for its own.
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.OneOfConst("</p>", "</title>", "</style>", "</td></tr></table>", "<script>alert(1)</script>", "<img src=x onerror=\"alert(1)\">", "\"", "'", "\" onmouseover=\"x",
            "<!--", "-->", "]]>", "&", "&lt;", "&#60;", "@Letter.Why", "@(1+1)", "{0}", "\n", "\r\n", "\t", " ", "  ", "ü€𝄞", "\u2028", "<b>"),
        Gen.String[Gen.Char['!', '~'], 0, 12]).Array[0, 6].Select(parts => string.Concat(parts));

    private static readonly Gen<Letter> Letters = Gen.Select(Hostile.Array[12], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3], (texts, paragraphs, facts, links) => new Letter(
        texts[0], texts[1], [.. Enumerable.Repeat(texts[2], paragraphs)], [.. Enumerable.Repeat((texts[3], texts[4]), facts)],
        links % 2 is 0 ? null : "https://x.example/" + texts[5], "https://x.example/" + texts[6], texts[7], texts[8],
        links < 2 ? null : new StopLink(texts[9], "https://x.example/" + texts[10])));

    [Fact]
    public Task Whatever_people_wrote_stays_text() => Letters.SampleAsync(async letter =>
    {
        var page = await RenderAsync(letter);

        Structure(page).ShouldBe(Structure(await RenderAsync(Harmless(letter))));
        page.Title.ShouldBe(Collapsed(letter.Subject));
        Texts(page, "h1").ShouldBe([letter.Heading]);
        Texts(page, "p[style*=pre-line]").ShouldBe(letter.Paragraphs);
        Texts(page, "td").ShouldBe(letter.Facts.SelectMany(fact => new[] { fact.Label, fact.Value }));
        page.QuerySelectorAll("a").Select(link => (link.GetAttribute("href"), link.TextContent)).ShouldBe(Links(letter));
        page.QuerySelector("p.quiet")!.FirstChild!.TextContent.Trim().ShouldBe(letter.Why.Trim());
    });

    [Fact]
    public async Task It_looks_right_in_light_and_dark_and_asks_nobody_for_anything()
    {
        var html = await Html.RenderAsync(new Letter("s", "h", ["p"], [("When", "now")], "https://join.example", "https://ticket.example", "Open", "why", null));

        html.ShouldStartWith("<!doctype html>");
        html.ShouldContain("@media (prefers-color-scheme:dark)");
        html.ShouldNotContain("url(");
        new HtmlParser().ParseDocument(html).QuerySelectorAll("[src],link,script,iframe,form").ShouldBeEmpty();
    }

    private static async Task<IHtmlDocument> RenderAsync(Letter letter) => new HtmlParser().ParseDocument(await Html.RenderAsync(letter));

    // Every element with its attributes, in order; of links all but where they lead.
    private static IEnumerable<string> Structure(IHtmlDocument page) => page.All.Select(element =>
        $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name is "href" ? "href" : $"{attribute.Name}={attribute.Value}"))}");

    private static Letter Harmless(Letter letter) => new("s", "h", [.. letter.Paragraphs.Select(_ => "p")], [.. letter.Facts.Select(_ => ("l", "v"))],
        letter.JoinUrl is null ? null : "https://x.example", "https://x.example", "t", "w", letter.Stop is null ? null : new StopLink("s", "https://x.example"));

    private static IEnumerable<(string?, string)> Links(Letter letter)
    {
        if (letter.JoinUrl is not null)
            yield return (letter.JoinUrl, "Join the call");
        yield return (letter.TicketUrl, letter.TicketLabel);
        if (letter.Stop is { } stop)
            yield return (stop.Url, stop.Text);
    }

    private static IEnumerable<string> Texts(IHtmlDocument page, string selector) => page.QuerySelectorAll(selector).Select(element => element.TextContent);

    // As document.title gives it.
    private static string Collapsed(string text) => string.Join(' ', text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
