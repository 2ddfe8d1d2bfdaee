using MyPortal.ProfileApi.BookingLinks.Parsing;

namespace MyPortal.Tests.Rules.BookingLinks;

/// <summary>Hostile and odd links with what becomes of them. Either the normalised link, or a part of the sentence that says what is wrong.</summary>
public sealed class BookingLinkTests
{
    private static readonly LinkRules Rules = new(["https://cal.example.org", "https://book.example.org:8443"], "http://localhost:5140");

    [Theory]
    [InlineData("https://cal.com/me", "https://cal.com/me")]
    [InlineData("https://cal.com/me/30min", "https://cal.com/me/30min")]
    [InlineData("  https://cal.com/me\t\r\n", "https://cal.com/me")]
    [InlineData("\u00a0https://cal.com/me\u2003", "https://cal.com/me")]
    [InlineData("HTTPS://CAL.COM/Me", "https://cal.com/Me")]
    [InlineData("https://cal.com", "https://cal.com/")]
    [InlineData("https://cal.com/", "https://cal.com/")]
    [InlineData("https://cal.com?x=1", "https://cal.com/?x=1")]
    [InlineData("https://cal.com:443/me", "https://cal.com/me")]
    [InlineData("https://cal.com/me/30min?duration=30&metadata[a]=b", "https://cal.com/me/30min?duration=30&metadata[a]=b")]
    [InlineData("https://cal.com/me?", "https://cal.com/me")]
    [InlineData("https://cal.com/me#", "https://cal.com/me")]
    [InlineData("https://book.example.org/#/team/me", "https://book.example.org/#/team/me")]
    [InlineData("https://cal.com/me?q=it's", "https://cal.com/me?q=it%27s")]
    [InlineData("https://cal.com/jos\u00e9", "https://cal.com/jos%C3%A9")]
    [InlineData("https://cal.com/jos%c3%a9", "https://cal.com/jos%C3%A9")]
    [InlineData("https://cal.com/me?to=@you", "https://cal.com/me?to=@you")]
    [InlineData("https://outlook.office365.com/owa/calendar/Support@contoso.example/bookings/", "https://outlook.office365.com/owa/calendar/Support@contoso.example/bookings/")]
    [InlineData("https://b\u00fccher.example/me", "https://xn--bcher-kva.example/me")]
    [InlineData("https://B\u00dcCHER.example/me", "https://xn--bcher-kva.example/me")]
    [InlineData("https://xn--bcher-kva.example/me", "https://xn--bcher-kva.example/me")]
    [InlineData("https://\u0441al.com/me", "https://xn--al-nmc.com/me")]
    [InlineData("https://\uff43\uff41\uff4c.com/me", "https://cal.com/me")]
    [InlineData("https://cal\u3002com/me", "https://cal.com/me")]
    [InlineData("https://cal.company.example/me", "https://cal.company.example/me")]
    [InlineData("https://book.example.org:8443/me", "https://book.example.org:8443/me")]
    [InlineData("http://localhost:5140/tess/call", "http://localhost:5140/tess/call")]
    [InlineData("HTTP://LOCALHOST:5140/tess/call", "http://localhost:5140/tess/call")]
    public void Is_normalised(string text, string expected)
    {
        var result = BookingLink.Parse(text, Rules);
        result.Problem.ShouldBeNull();
        result.Url.ShouldBe(expected);
        BookingLink.Parse(result.Url, Rules).Url.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\r\n\u00a0")]
    public void Blank_means_no_link(string? text) => BookingLink.Parse(text, Rules).ShouldBe(LinkResult.Empty);

    [Theory]
    [InlineData("cal.com/me", "Did you mean https://cal.com/me?")]
    [InlineData("me/30min", "starts with https://")]
    [InlineData("notaurl", "starts with https://")]
    [InlineData("//cal.com/me", "Did you mean https://cal.com/me?")]
    [InlineData("://cal.com/me", "Did you mean https://cal.com/me?")]
    [InlineData("cal.com:443/me", "Did you mean https://cal.com:443/me?")]
    [InlineData("javascript:alert(1)", "starts with javascript:")]
    [InlineData("JaVaScRiPt:alert(1)//https://cal.com", "cannot be a booking link")]
    [InlineData("data:text/html,<script>alert(1)</script>", "starts with data:")]
    [InlineData("vbscript:msgbox(1)", "cannot be a booking link")]
    [InlineData("mailto:me@cal.com", "starts with mailto:")]
    [InlineData("tel:+123456789", "cannot be a booking link")]
    [InlineData("ftp://cal.com/me", "starts with ftp:")]
    [InlineData("blob:https://cal.com/1", "starts with blob:")]
    [InlineData("view-source:https://cal.com/me", "cannot be a booking link")]
    [InlineData("file:///etc/passwd", "starts with file:")]
    [InlineData("http://cal.com/me", "https:// instead of http://")]
    [InlineData("http://10.0.0.1/x", "https:// instead of http://")]
    [InlineData("java\nscript:alert(1)", "control character")]
    [InlineData("https://cal.com/\u0000me", "control character")]
    [InlineData("https://cal\t.com/me", "control character")]
    [InlineData("https://cal.com/m\u0085e", "control character")]
    [InlineData("https://cal.com/my name", "space inside")]
    [InlineData("https://cal.com /me", "space inside")]
    [InlineData("https://cal\u200b.com/me", "invisible character")]
    [InlineData("https://cal.com/\u202eem", "invisible character")]
    [InlineData("https://cal.com/\ud800", "invisible character")]
    [InlineData("https:\\\\cal.com\\me", "Use / instead of \\")]
    [InlineData("https://cal.com\\@evil.example/me", "Use / instead of \\")]
    [InlineData("https:///cal.com/me", "exactly two slashes")]
    [InlineData("https:/cal.com/me", "exactly two slashes")]
    [InlineData("https:cal.com/me", "exactly two slashes")]
    [InlineData("https:", "exactly two slashes")]
    [InlineData("https://", "exactly two slashes")]
    [InlineData("https://?x", "needs a host")]
    [InlineData("https://#x", "needs a host")]
    [InlineData("https://:443/me", "needs a host")]
    [InlineData("https://user@cal.com/me", "Remove the part before the @")]
    [InlineData("https://user:secret@cal.com/me", "Remove the part before the @")]
    [InlineData("https://cal.com@evil.example/me", "Remove the part before the @")]
    [InlineData("https://@cal.com/me", "Remove the part before the @")]
    [InlineData("https://localhost/me", "one machine or network only")]
    [InlineData("https://localhost:5140/me", "one machine or network only")]
    [InlineData("https://LOCALHOST/me", "one machine or network only")]
    [InlineData("https://calendar.localhost/me", "one machine or network only")]
    [InlineData("https://printer.local/me", "one machine or network only")]
    [InlineData("https://cal.corp.internal/me", "one machine or network only")]
    [InlineData("http://localhost:5141/me", "https:// instead of http://")]
    [InlineData("http://localhost:51400/me", "https:// instead of http://")]
    [InlineData("http://localhost:5140@evil.example/me", "Remove the part before the @")]
    [InlineData("https://intranet/me", "needs a dot")]
    [InlineData("https://127.0.0.1/me", "IP address")]
    [InlineData("https://127.1/me", "IP address")]
    [InlineData("https://2130706433/me", "IP address")]
    [InlineData("https://0x7f000001/me", "IP address")]
    [InlineData("https://0x7f.0.0.1/me", "IP address")]
    [InlineData("https://0177.0.0.1/me", "IP address")]
    [InlineData("https://1.2.3/me", "IP address")]
    [InlineData("https://example.0x/me", "IP address")]
    [InlineData("https://evil.example.1/me", "IP address")]
    [InlineData("https://127.0.0.1./me", "IP address")]
    [InlineData("https://\uff11\uff12\uff17.0.0.1/me", "IP address")]
    [InlineData("https://\u2460.2.3.4/me", "IP address")]
    [InlineData("https://[::1]/me", "IP address")]
    [InlineData("https://[::ffff:127.0.0.1]/me", "IP address")]
    [InlineData("https://[fe80::1%25eth0]/me", "IP address")]
    [InlineData("https://cal.com./me", "not a valid name")]
    [InlineData("https://.cal.com/me", "not a valid name")]
    [InlineData("https://cal..com/me", "not a valid name")]
    [InlineData("https://-cal.com/me", "not a valid name")]
    [InlineData("https://cal_com.example/me", "not a valid name")]
    [InlineData("https://cal%2ecom/me", "not a valid name")]
    [InlineData("https://cal.com%00.evil.example/me", "not a valid name")]
    [InlineData("https://cal.com%2f.evil.example/me", "not a valid name")]
    [InlineData("https://xn--a/me", "not a valid name")]
    [InlineData("https://xn--cal-.com/me", "not a valid name")]
    [InlineData("https://cal,com/me", "not a valid name")]
    [InlineData("https://cal.com;evil.example/me", "not a valid name")]
    [InlineData("https://cal.com:/me", "port")]
    [InlineData("https://cal.com:80/me", "Remove the port :80")]
    [InlineData("https://cal.com:8443/me", "Remove the port :8443")]
    [InlineData("https://cal.example.org:8443/me", "Remove the port :8443")]
    [InlineData("https://cal.com:0443/me", "port")]
    [InlineData("https://cal.com:99999/me", "port")]
    [InlineData("https://cal.com:4x3/me", "port")]
    [InlineData("https://cal.com:443:443/me", "port")]
    [InlineData("https://cal.com/../evil", "/../")]
    [InlineData("https://cal.com/me/./x", "/./")]
    [InlineData("https://cal.com/%2e%2e/evil", "encoded control character, dot or slash")]
    [InlineData("https://cal.com/me%2Fx", "encoded control character, dot or slash")]
    [InlineData("https://cal.com/me%5cx", "encoded control character, dot or slash")]
    [InlineData("https://cal.com/me%00", "encoded control character, dot or slash")]
    [InlineData("https://cal.com/me?x=%0d%0aSet-Cookie:a", "encoded control character, dot or slash")]
    [InlineData("https://cal.com/me%", "hexadecimal")]
    [InlineData("https://cal.com/100%zz", "hexadecimal")]
    [InlineData("https://cal.com/\"><script>", "cannot contain")]
    [InlineData("https://cal.com/{me}", "cannot contain")]
    [InlineData("https://cal.com/me?x=`y`", "cannot contain")]
    public void Is_refused_with_a_reason(string text, string reason)
    {
        var result = BookingLink.Parse(text, Rules);
        result.Url.ShouldBeNull();
        result.Problem.ShouldNotBeNull().ShouldContain(reason);
    }

    [Fact]
    public void Five_hundred_characters_fit_and_one_more_does_not()
    {
        const string Start = "https://cal.com/";
        var longest = Start + new string('a', BookingLink.MaxLength - Start.Length);
        BookingLink.Parse(longest, Rules).Url.ShouldBe(longest);
        BookingLink.Parse(longest + "a", Rules).Problem.ShouldBe("A booking link can have at most 500 characters; this one has 501.");
    }

    [Fact]
    public void Length_counts_after_normalisation()
    {
        BookingLink.Parse("   https://cal.com/" + new string('a', 484) + "   ", Rules).Problem.ShouldBeNull();
        BookingLink.Parse("https://cal.com/" + new string('\u00e9', 100), Rules).Problem.ShouldNotBeNull().ShouldContain("this one has 616");
        BookingLink.Parse("https://cal.com/" + new string('a', 1_000_000), Rules).Problem.ShouldNotBeNull().ShouldContain("at most 500");
    }

    [Fact]
    public void Outside_development_the_stand_in_is_a_host_like_any_other() =>
        BookingLink.Parse("http://localhost:5140/tess/call", LinkRules.None).Problem.ShouldNotBeNull();
}
