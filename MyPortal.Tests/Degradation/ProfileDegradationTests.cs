using System.Net;
using AngleSharp.Html.Dom;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Pages;

namespace MyPortal.Tests.Degradation;

/// <summary>My Profile while one of the APIs is away: nothing typed is lost, but for what must not be shown again.</summary>
[Collection<FaultyWeb>]
public sealed class ProfileDegradationTests(FaultyWeb web)
{
    private const string Typed = "https://cal.com/tess/typed <just now>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_booking_link_that_could_not_be_saved_is_in_its_field_with_a_message_beside_it(bool hangs)
    {
        using var tess = await web.SignInAsync(Demo.Tess);
        if (hangs)
            web.ProfileApi.Hang();
        else
            web.ProfileApi.Stop();

        using var answer = await tess.PostFormAsync("/profile?handler=BookingLink", new() { ["url"] = Typed }, Stop, "/tickets/new");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = await answer.PageAsync();
        page.Value("#booking-link-url").ShouldBe(Typed);
        page.Text("#booking-link-error[role=alert]").ShouldContain("try again");
        page.Text("#you-heading + dl").ShouldContain(Demo.Tess.Email);
        ((IHtmlFormElement)page.QuerySelector("#booking-link form")!).Action.ShouldContain("handler=BookingLink");
    }

    [Fact]
    public async Task While_ProfileApi_is_away_the_rest_is_shown_and_an_unknown_link_is_no_empty_field()
    {
        using var tess = await web.SignInAsync(Demo.Tess);
        web.ProfileApi.Stop();

        var page = await tess.GetPageAsync("/profile");

        page.Text("#booking-link").ShouldContain("cannot be shown right now");
        page.QuerySelector("#booking-link-url").ShouldBeNull();
        page.Text("#cal-com").ShouldNotContain("cannot be shown right now");
        page.QuerySelectorAll("#reminders input").ShouldNotBeEmpty();

        using var password = await tess.PostFormAsync(
            "/profile?handler=Password", new() { ["currentPassword"] = "secret of mine", ["newPassword"] = "another secret of mine" }, Stop, "/profile");
        password.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await password.PageAsync()).Text("#new-password-error").ShouldContain("try again");
        (await password.Content.ReadAsStringAsync(Stop)).ShouldNotContain("secret of mine");
    }

    [Fact]
    public async Task An_API_key_that_could_not_be_saved_is_told_beside_its_field_and_not_shown()
    {
        using var tess = await web.SignInAsync(Demo.Tess);
        web.TicketApi.Stop();

        using var answer = await tess.PostFormAsync("/profile?handler=ApiKey", new() { ["apiKey"] = "cal_live_typed_just_now" }, Stop, "/profile");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = await answer.PageAsync();
        page.Text("#api-key-error[role=alert]").ShouldContain("enter it again");
        page.QuerySelector("#cal-com form[action*=ApiKey] #api-key").ShouldNotBeNull();
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldNotContain("cal_live_typed_just_now");
    }
}
