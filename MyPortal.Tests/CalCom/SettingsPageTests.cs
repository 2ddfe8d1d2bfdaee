using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>A host's settings, by hand in a browser.</summary>
public sealed class SettingsPageTests(StandInFixture standIn, BrowserFixture browser) : IClassFixture<StandInFixture>
{
    private readonly StandInHost _host = new(standIn.Http);

    [Fact]
    public async Task A_webhook_is_set_up_by_hand_tested_changed_and_deleted()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var page = await OpenAsync();
        var added = page.GetByRole(AriaRole.Form, new() { Name = "New webhook" });
        await added.GetByLabel("Subscriber URL").FillAsync(subscriber.Url);
        await added.GetByLabel("Secret").FillAsync("by hand");
        await added.GetByRole(AriaRole.Button, new() { Name = "Add webhook" }).ClickAsync();
        await SaysAsync(page, "The webhook is added.");

        var webhook = page.GetByRole(AriaRole.Form, new() { Name = $"Webhook {subscriber.Url}" });
        await webhook.GetByRole(AriaRole.Button, new() { Name = "Send PING" }).ClickAsync();
        await SaysAsync(page, "PING: answered 202");
        var ping = await subscriber.NextAsync();
        ping.Event.ShouldBe("PING");
        ping.Headers["X-Cal-Signature-256"].ShouldNotBe("no-secret-provided");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = $"PING answered 202 {subscriber.Authority}" })).ToBeVisibleAsync();

        await webhook.GetByText("Events", new() { Exact = true }).ClickAsync();
        await webhook.GetByLabel("BOOKING_CREATED").UncheckAsync();
        await webhook.GetByLabel("Secret").FillAsync("");
        await webhook.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await SaysAsync(page, "The webhook is saved.");
        await _host.DoAsync(await _host.BookedUidAsync(), "cancel");
        var cancelled = await subscriber.NextAsync();
        cancelled.Event.ShouldBe("BOOKING_CANCELLED");
        cancelled.Headers["X-Cal-Signature-256"].ShouldBe("no-secret-provided");

        await webhook.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await SaysAsync(page, "The webhook is deleted.");
        await Assertions.Expect(webhook).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_second_webhook_for_one_URL_is_refused_and_the_form_keeps_what_was_typed()
    {
        await _host.SubscribeAsync("http://localhost:1/hook");
        var page = await OpenAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "New webhook" });
        await form.GetByLabel("Subscriber URL").FillAsync("http://localhost:1/hook");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add webhook" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("There is a webhook for this URL already.");
        await Assertions.Expect(form.GetByLabel("Subscriber URL")).ToHaveValueAsync("http://localhost:1/hook");
    }

    [Fact]
    public async Task The_switches_are_set_and_shown()
    {
        var page = await OpenAsync();
        await page.GetByLabel("Lost, per cent").FillAsync("100");
        await page.GetByLabel("In an envelope").CheckAsync();
        await page.GetByLabel("Moved bookings are sent without their metadata").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Set switches" }).ClickAsync();

        await SaysAsync(page, "The switches are set.");
        await Assertions.Expect(page.GetByLabel("Lost, per cent")).ToHaveValueAsync("100");
        await Assertions.Expect(page.GetByLabel("In an envelope")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("Moved bookings are sent without their metadata")).ToBeCheckedAsync();
        await _host.SubscribeAsync("http://localhost:1/hook");
        await _host.BookAsync();
        (await _host.LogAsync(1)).Single().Outcome.ShouldBe("DROPPED");
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"{standIn.Origin}/settings/{_host.User}");
        return page;
    }

    private static Task SaysAsync(IPage page, string text) =>
        Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(text);
}
