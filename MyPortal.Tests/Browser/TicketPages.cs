using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;

namespace MyPortal.Tests.Browser;

/// <summary>What tests of the ticket page need: tickets in a known state, and the page in a browser, signed in.</summary>
internal static class TicketPages
{
    /// <summary>A new ticket of Casey's, assigned as told.</summary>
    public static async Task<long> TicketForAsync(this PortalFixture portal, Person? assignee, string subject = "A ticket of a browser test")
    {
        using var casey = await portal.ApiClientAsync("ticketapi", Demo.Casey);
        var number = await casey.OpenTicketAsync(subject);
        await portal.AssignAsync(number, assignee);
        return number;
    }

    public static async Task AssignAsync(this PortalFixture portal, long number, Person? assignee)
    {
        using var ada = await portal.ApiClientAsync("ticketapi", Demo.Ada);
        using var response = await ada.ChangeAsync(number, "assignee", new { userId = assignee?.Id });
        response.EnsureSuccessStatusCode();
    }

    public static async Task SaveBookingLinkAsync(this PortalFixture portal, Person technician, string? url)
    {
        using var profile = await portal.ApiClientAsync("profileapi", technician);
        using var response = await profile.PutAsJsonAsync("/api/profile/me/booking-link", new { url }, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The stand-in's address, as technicians enter it.</summary>
    public static string StandIn(this PortalFixture portal) =>
        portal.Address("calcom").GetLeftPart(UriPartial.Authority);

    public static async Task<IPage> OpenAsync(
        this BrowserFixture browser, PortalFixture portal, Person reader, string path, int width = 1280, bool javaScript = true,
        [CallerFilePath] string testClass = "")
    {
        var page = await browser.NewPageAsync(width, javaScriptEnabled: javaScript);
        // Reports of bookings are limited by session: a class of tests has one of its own, as a reader would.
        await (await portal.SessionAsync(reader, testClass)).CopyToAsync(page.Context);
        await page.GotoAsync(new Uri(portal.Address("web"), path).ToString());
        return page;
    }

    public static Task GoToTicketAsync(this IPage page, string path) => page.GotoAsync(path.AbsoluteTo(page));

    public static ILocator BookButton(this IPage page) => page.Locator("#book-a-call");

    public static ILocator Problem(this IPage page) => page.Locator("#booking-problem");

    public static IFrameLocator Calendar(this IPage page) => page.FrameLocator("#booking-calendar iframe");
}
