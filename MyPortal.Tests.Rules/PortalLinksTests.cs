using Microsoft.Extensions.Configuration;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.Tests.Rules;

/// <summary>Where links lead that leave the portal.</summary>
public sealed class PortalLinksTests
{
    [Theory]
    [InlineData("https://portal.example", "https://portal.example")]
    [InlineData("https://Portal.example:8443/", "https://portal.example:8443")]
    [InlineData("http://localhost:5100", "http://localhost:5100")]
    [InlineData("", "http://localhost:5100")]
    [InlineData(null, "http://localhost:5100")]
    public void They_begin_with_the_portals_public_address(string? setting, string origin)
    {
        var links = Links(setting);

        links.Portal.ShouldBe(origin);
        links.Ticket(1001).ShouldBe($"{origin}/tickets/1001");
        links.Calendar("token").ShouldBe($"{origin}/calendars/token.ics");
        links.Unsubscribe("token").ShouldBe($"{origin}/unsubscribe/token");
        links.IsConfigured.ShouldBe(!string.IsNullOrEmpty(setting));
    }

    [Theory]
    [InlineData("portal.example")]
    [InlineData("ftp://portal.example")]
    [InlineData("https://portal.example/help-desk")]
    [InlineData("https://portal.example?x=y")]
    [InlineData("https://name@portal.example")]
    public void An_address_that_is_none_is_refused(string setting) => Should.Throw<FormatException>(() => Links(setting)).Message.ShouldContain("Portal:PublicUrl");

    private static PortalLinks Links(string? setting) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Portal:PublicUrl", setting)]).Build());
}
