using CsCheck;
using MyPortal.ProfileApi.BookingLinks.Parsing;

namespace MyPortal.Tests.Rules.BookingLinks;

/// <summary>What holds for every accepted link, whatever was typed.</summary>
public sealed class BookingLinkPropertyTests
{
    private const string StandIn = "http://localhost:5140";

    private static readonly LinkRules Rules = new(["https://book.example.org:8443"], StandIn);

    // Pieces on which parsers disagree, in any order, with single characters between them.
    private static readonly Gen<string> Pieces = Gen.OneOfConst(
        "https://", "https:", "http://", StandIn, "/", "//", "///", "\\", "@", ":", "?", "#", "%", "%2e", "%2F", "%5c", "%00", "..", ".", "/../",
        "cal.com", "CAL.com", "app.cal.com", "evil.example", "localhost", "127.0.0.1", "0x7f", "[::1]", "xn--bcher-kva", "xn--a", "b\u00fccher",
        "\u0441al", "\uff0e", "\u3002", "\u00ad", "\u200d", "\u00df", ":443", ":8443", "book.example.org", "me", "30min", "é", "\t", "\n", " ", "'", "[", "]", "&", "=");

    private static readonly Gen<string> Texts = Gen.Select(
        Gen.OneOfConst("https://", "https://", "https://cal.com", "https://cal.com/", "HTTPS://", StandIn, ""),
        Gen.OneOf(Pieces, Gen.Char.Select(character => character.ToString())).Array[0, 8],
        (start, pieces) => start + string.Concat(pieces));

    [Fact]
    public void An_accepted_link_is_short_https_and_without_user_info() =>
        Texts.Sample(
            text =>
            {
                if (BookingLink.Parse(text, Rules).Url is not { } url)
                    return;

                (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith(StandIn + "/", StringComparison.Ordinal)).ShouldBeTrue();
                url.Length.ShouldBeLessThanOrEqualTo(BookingLink.MaxLength);
                url.All(char.IsAscii).ShouldBeTrue();
                url.ShouldNotContain('\\');
                Authority(url).ShouldNotContain("@");
                new Uri(url).UserInfo.ShouldBeEmpty();
            });

    [Fact]
    public void Normalising_twice_is_normalising_once() =>
        Texts.Sample(text => BookingLink.Parse(text, Rules).Url is not { } url || BookingLink.Parse(url, Rules).Url == url);

    /// <summary>
    /// The decisive one: the host that .NET sees, the one that a WHATWG parser sees (AngleSharp's) and the text between the slashes are the same,
    /// so what was decided about the link is true in the browser.
    /// </summary>
    [Fact]
    public void Every_parser_sees_the_same_host_and_path() =>
        Texts.Sample(
            text =>
            {
                if (BookingLink.Parse(text, Rules).Url is not { } url)
                    return;

                var authority = Authority(url);
                var uri = new Uri(url);
                uri.Authority.ShouldBe(authority);
                uri.IdnHost.ShouldBe(uri.Host);
                var browser = new AngleSharp.Dom.Url(url);
                browser.IsInvalid.ShouldBeFalse();
                browser.Host.ShouldBe(authority);
                (browser.UserName ?? "").ShouldBeEmpty();
                browser.Href.ShouldStartWith(url[..(url.IndexOf("//", StringComparison.Ordinal) + 2 + authority.Length + 1)]);
            });

    [Fact]
    public void A_refusal_is_a_sentence() =>
        Texts.Sample(
            text =>
            {
                var result = BookingLink.Parse(text, Rules);
                return result.Problem is null || (result.Url is null && result.Problem.Length > 20 && result.Problem[^1] is '.' or '?');
            });

    private static string Authority(string url) => url.Split('/', 4)[2];
}
