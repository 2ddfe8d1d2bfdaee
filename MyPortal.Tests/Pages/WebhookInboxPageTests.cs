using System.Net;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Shared;
using MyPortal.Tests.Webhooks;
using MyPortal.TicketApi.CalCom.Inbox;

namespace MyPortal.Tests.Pages;

/// <summary>The administrators' inbox of webhook deliveries, without any script.</summary>
public sealed class WebhookInboxPageTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_administrators_get_in_and_see_the_way_there()
    {
        foreach (var reader in (Person[])[Demo.Tess, Demo.Casey])
        {
            var session = await portal.SessionAsync(reader);
            using var refused = await session.Client.GetAsync("/admin/webhooks", Stop);
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await session.GetPageAsync("/tickets")).QuerySelector(".site-nav a[href^='/admin']").ShouldBeNull();
        }
        (await (await portal.SessionAsync(Demo.Ada)).GetPageAsync("/tickets")).QuerySelector(".site-nav a[href^='/admin']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_delivery_is_listed_with_what_became_of_it_and_under_its_state_only()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        var (number, messages) = await portal.BookableTicketAsync();
        var processed = await account.SettleAsync(messages.Created(Uid(), CalComMessages.Day));
        var unmatched = await account.SettleAsync(messages.Cancelled(Uid(), CalComMessages.Day));
        var ada = await portal.SessionAsync(Demo.Ada);

        var row = await RowAsync(ada, "/admin/webhooks?state=processed", processed.Id);
        row.Text(".ticket-subject").ShouldBe("Booking created");
        row.Text(".badge").ShouldBe("Processed");
        row.Text(".ticket-meta").ShouldContain("Sam Host");
        row.QuerySelector($"a[href='/tickets/{number}']").ShouldNotBeNull();

        row = await RowAsync(ada, "/admin/webhooks?state=unmatched", unmatched.Id);
        row.Text(".badge").ShouldBe("No ticket found");
        row.Text(".delivery-reason").ShouldBe("The portal does not know this booking (yet).");
        (await ada.GetHtmlAsync("/admin/webhooks?state=failed", Stop)).ShouldNotContain(unmatched.Id.ToString());
        (await ada.GetHtmlAsync("/admin/webhooks?state=nonsense", Stop)).ShouldContain("aria-current=\"true\">All<");
    }

    [Fact]
    public async Task The_list_goes_on_where_a_page_ends()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        await account.DeliverAsync(Enumerable.Range(0, 51).Select(number => $"not JSON {number}"));
        await Eventually.GetAsync(account.DeliveriesAsync, deliveries => deliveries.Count == 51 && deliveries.TrueForAll(delivery => delivery.State == DeliveryState.Failed));
        var ada = await portal.SessionAsync(Demo.Ada);

        var first = await ada.GetPageAsync("/admin/webhooks?state=failed");
        var more = first.QuerySelector(".more a").ShouldNotBeNull().GetAttribute("href")!;
        more.ShouldStartWith("/admin/webhooks?state=failed&after=");
        var second = await ada.GetPageAsync(more);

        var ids = first.QuerySelectorAll(".ticket-subject").Select(link => link.GetAttribute("href")).ToList();
        ids.Count.ShouldBe(50);
        second.QuerySelectorAll(".ticket-subject").ShouldNotBeEmpty();
        second.QuerySelectorAll(".ticket-subject").ShouldAllBe(link => !ids.Contains(link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_delivery_shows_nobody_until_it_is_opened_and_then_in_that_answer_only()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        var (number, messages) = await portal.BookableTicketAsync();
        var delivery = await account.SettleAsync(messages.Created(Uid(), CalComMessages.Day));
        var ada = await portal.SessionAsync(Demo.Ada);
        var path = $"/admin/webhooks/{delivery.Id}";

        var page = await ada.GetPageAsync(path);
        page.Text("h1").ShouldBe("Booking created");
        page.Text(".payload").ShouldContain(delivery.Uid!);
        page.Text(".payload").ShouldNotContain("Alex Example");
        page.QuerySelector($"dd a[href='/tickets/{number}']").ShouldNotBeNull();
        page.Text("#open-help").ShouldContain("logged");

        using var opened = await ada.PostFormAsync(path + "?handler=Open", [], Stop, path);
        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        var open = await opened.PageAsync();
        open.Text(".payload").ShouldContain("Alex Example");
        open.Text("#payload .notice").ShouldContain("It has been logged");
        (await ada.GetPageAsync(path)).Text(".payload").ShouldNotContain("Alex Example");
    }

    [Fact]
    public async Task One_or_all_failed_are_replayed()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        var delivery = await account.SettleAsync("not JSON");
        var ada = await portal.SessionAsync(Demo.Ada);
        var path = $"/admin/webhooks/{delivery.Id}";

        using var one = await ada.PostFormAsync(path + "?handler=Replay", [], Stop, path);
        one.Headers.Location!.ToString().ShouldBe(path);
        await Eventually.GetAsync(account.DeliveriesAsync, deliveries => deliveries[0].Attempts == 2 && deliveries[0].State == DeliveryState.Failed);

        using var all = await ada.PostFormAsync("/admin/webhooks?handler=ReplayFailed", new() { ["state"] = "failed" }, Stop, "/admin/webhooks");
        all.Headers.Location!.ToString().ShouldBe("/admin/webhooks?state=failed");
        (await ada.GetPageAsync("/admin/webhooks?state=failed")).Text(".notice-good").ShouldContain("processed again in a moment");
        await Eventually.GetAsync(account.DeliveriesAsync, deliveries => deliveries[0].Attempts >= 3);
    }

    [Fact]
    public async Task A_delivery_that_is_gone_is_not_there()
    {
        using var response = await (await portal.SessionAsync(Demo.Ada)).Client.GetAsync($"/admin/webhooks/{Guid.NewGuid()}", Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    // Others deliver too, so it may not be on the first page.
    private static async Task<AngleSharp.Dom.IElement> RowAsync(WebSession session, string path, Guid delivery)
    {
        for (var next = path; next is not null;)
        {
            var page = await session.GetPageAsync(next);
            if (page.QuerySelector($".delivery-row a[href='/admin/webhooks/{delivery}']")?.Closest(".delivery-row") is { } row)
                return row;
            next = page.QuerySelector(".more a")?.GetAttribute("href");
        }
        throw new InvalidOperationException($"{path} does not list {delivery}.");
    }

    private static string Uid() => Guid.NewGuid().ToString("n");
}
