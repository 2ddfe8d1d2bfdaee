using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using MyPortal.ProfileApi.BookingLinks;
using MyPortal.ProfileApi.BookingLinks.Parsing;

namespace MyPortal.Tests.Rules.BookingLinks;

/// <summary>Which platform a link is recognised as, and what the ticket page is told about embedding it.</summary>
public sealed class BookingLinkDescriberTests
{
    private const string StandIn = "http://localhost:5140";

    [Theory]
    [InlineData("https://cal.com/me", "CalCom")]
    [InlineData("https://www.cal.com/me", "CalCom")]
    [InlineData("https://app.cal.com/me", "CalCom")]
    [InlineData("https://acme.cal.com/me", "CalCom")]
    [InlineData("https://i.cal.com/me", "CalCom")]
    [InlineData("https://cal.eu/me", "CalCom")]
    [InlineData("https://app.cal.eu/me", "CalCom")]
    [InlineData("https://calendly.com/me/30min", "Calendly")]
    [InlineData("https://outlook.office365.com/owa/calendar/x@y.example/bookings/", "MicrosoftBookings")]
    [InlineData("https://outlook.office365.com/book/x@y.example", "MicrosoftBookings")]
    [InlineData("https://outlook.office.com/bookwithme/user/x", "MicrosoftBookings")]
    [InlineData("https://outlook.office.com/mail/inbox", "Other")]
    [InlineData("https://book.ms/b/x", "MicrosoftBookings")]
    [InlineData("https://calendar.google.com/calendar/appointments/schedules/x", "GoogleCalendar")]
    [InlineData("https://calendar.google.com/calendar/u/0/appointments/x", "GoogleCalendar")]
    [InlineData("https://calendar.google.com/calendar/embed", "Other")]
    [InlineData("https://calendar.app.google/x", "GoogleCalendar")]
    [InlineData("https://savvycal.com/me/x", "Savvycal")]
    [InlineData("https://tidycal.com/me", "Tidycal")]
    [InlineData("https://me.acuityscheduling.com/", "Acuity")]
    [InlineData("https://me.as.me/", "Acuity")]
    [InlineData("https://meetings.hubspot.com/me", "Hubspot")]
    [InlineData("https://meetings-eu1.hubspot.com/me", "Hubspot")]
    [InlineData("https://evilcal.com/me", "Other")]
    [InlineData("https://cal.com.evil.example/me", "Other")]
    [InlineData("https://cal.company.example/me", "Other")]
    [InlineData("https://notcalendly.com/me", "Other")]
    [InlineData("https://calendly.com.evil.example/me", "Other")]
    [InlineData("https://\u0441al.com/me", "Other")]
    [InlineData("https://meetings-x.evil.hubspot.com/me", "Other")]
    [InlineData("https://example.org/cal.com/me", "Other")]
    public void A_provider_is_recognised_by_its_exact_host(string url, string provider) =>
        Describe(url).Provider.ToString().ShouldBe(provider);

    [Theory]
    [InlineData("https://cal.com/me", "me", "https://app.cal.com", "https://app.cal.com", "https://app.cal.com https://cal.com")]
    [InlineData("https://cal.com/me/30min/", "me/30min", "https://app.cal.com", "https://app.cal.com", "https://app.cal.com https://cal.com")]
    [InlineData("https://www.cal.com/me/30min?duration=15", "me/30min?duration=15", "https://app.cal.com", "https://app.cal.com", "https://app.cal.com https://cal.com")]
    [InlineData("https://app.cal.com/team/x", "team/x", "https://app.cal.com", "https://app.cal.com", "https://app.cal.com https://cal.com")]
    [InlineData("https://cal.com/team/x/slug", "team/x/slug", "https://app.cal.com", "https://app.cal.com", "https://app.cal.com https://cal.com")]
    [InlineData("https://cal.com/forms/abc-123", "forms/abc-123", "https://app.cal.com", "https://app.cal.com", "https://app.cal.com https://cal.com")]
    [InlineData("https://cal.com/me+you/30min#x", "me+you/30min", "https://app.cal.com", "https://app.cal.com", "https://app.cal.com https://cal.com")]
    [InlineData("https://acme.cal.com/me", "me", "https://acme.cal.com", "https://app.cal.com", "https://acme.cal.com https://app.cal.com https://cal.com")]
    [InlineData("https://cal.eu/me", "me", "https://app.cal.eu", "https://app.cal.eu", "https://app.cal.eu https://cal.eu")]
    [InlineData("https://book.example.org:8443/me", "me", "https://book.example.org:8443", "https://book.example.org:8443", "https://book.example.org:8443")]
    [InlineData("http://localhost:5140/tess/call", "tess/call", StandIn, StandIn, StandIn)]
    public void A_cal_com_link_is_embedded_with_origin_and_path_apart(string url, string calLink, string origin, string scriptOrigin, string frames)
    {
        var link = Describe(url, "https://book.example.org:8443");
        link.Appearance.ShouldBe(BookingAppearance.Embedded);
        link.Notice.ShouldBeNull();
        var embed = link.Embed.ShouldNotBeNull();
        embed.CalLink.ShouldBe(calLink);
        embed.Origin.ShouldBe(origin);
        embed.ScriptUrl.ShouldBe(scriptOrigin + "/embed/embed.js");
        string.Join(' ', embed.FrameOrigins).ShouldBe(frames);
    }

    [Theory]
    [InlineData("https://cal.com/", "names no calendar")]
    [InlineData("https://cal.com/d/hash/slug", "private Cal.com links")]
    [InlineData("https://cal.com/event-types", "a page of Cal.com itself")]
    [InlineData("https://cal.com/team", "not one that Cal.com can show")]
    [InlineData("https://cal.com/a/b/c", "not one that Cal.com can show")]
    [InlineData("https://cal.com//evil.example/x", "empty part")]
    [InlineData("https://cal.company.example/me", "begins with https://cal.com")]
    public void A_cal_com_link_that_cannot_be_embedded_says_why(string url, string notice)
    {
        var link = Describe(url, "https://cal.company.example");
        link.Provider.ShouldBe(BookingProvider.CalCom);
        link.Appearance.ShouldBe(BookingAppearance.NewTab);
        link.Embed.ShouldBeNull();
        link.Notice.ShouldNotBeNull().ShouldContain(notice);
    }

    [Fact]
    public void A_self_hosted_server_is_embedded_only_when_it_is_listed()
    {
        Describe("https://book.example.org/me").Embed.ShouldBeNull();
        Describe("https://book.example.org/me").Notice.ShouldNotBeNull().ShouldContain("an administrator can list");
        Describe("https://book.example.org/me", "https://book.example.org").Embed.ShouldNotBeNull();
    }

    [Fact]
    public void A_link_that_could_not_be_saved_today_is_no_link()
    {
        var production = new LinkDescriber(Options.Create(new CalComOptions { StandInOrigin = StandIn }), Environment(Environments.Production));
        production.Describe("http://localhost:5140/tess/call").ShouldBeNull();
        production.Describe("javascript:alert(1)").ShouldBeNull();
        production.Describe(null).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://cal.example.org", true)]
    [InlineData("https://cal.example.org:8443", true)]
    [InlineData("https://cal.example.org/", false)]
    [InlineData("https://cal.example.org/path", false)]
    [InlineData("https://Cal.example.org", false)]
    [InlineData("http://cal.example.org", false)]
    [InlineData("https://10.0.0.1", false)]
    [InlineData("https://localhost", false)]
    [InlineData("cal.example.org", false)]
    [InlineData("", false)]
    public void The_list_of_self_hosted_servers_takes_origins_only(string origin, bool valid) =>
        new CalComOptionsValidator(Environment(Environments.Production)).Validate(null, new() { SelfHostedOrigins = [origin] }).Succeeded.ShouldBe(valid);

    [Fact]
    public void The_stand_in_may_be_configured_in_development_only()
    {
        var options = new CalComOptions { StandInOrigin = StandIn };
        new CalComOptionsValidator(Environment(Environments.Development)).Validate(null, options).Succeeded.ShouldBeTrue();
        new CalComOptionsValidator(Environment(Environments.Production)).Validate(null, options).Succeeded.ShouldBeFalse();
    }

    private static BookingLinkResponse Describe(string url, params string[] selfHosted) =>
        new LinkDescriber(
            Options.Create(new CalComOptions { SelfHostedOrigins = selfHosted, StandInOrigin = StandIn }), Environment(Environments.Development))
        .Describe(url).ShouldNotBeNull();

    private static HostingEnvironment Environment(string name) => new() { EnvironmentName = name };
}
