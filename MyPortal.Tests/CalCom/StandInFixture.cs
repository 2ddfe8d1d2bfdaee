using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>The stand-in and, on another origin, a page that embeds it by the real embed.js.</summary>
public sealed class StandInFixture(StandInProcess process, BrowserFixture browser) : IAsyncLifetime
{
    private readonly WebApplication _host = BuildHost();

    public string Origin => Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Http = (await process.ReplicaAsync()).CreateClient();
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>
    /// Opens a page that embeds the link, <c>tess/ticket-call</c> say. What the embed reports is in its
    /// <c>window.events</c>, as <c>{type, data}</c>.
    /// </summary>
    public async Task<IPage> OpenAsync(
        string calLink, object? config = null, string how = "inline", int width = 1280, ColorScheme colorScheme = ColorScheme.Light)
    {
        var page = await browser.NewPageAsync(width, colorScheme: colorScheme);
        var settings = JsonContent.Create(new { origin = Origin, calLink, config = config ?? new { }, how });
        var query = Uri.EscapeDataString(await settings.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await page.GotoAsync($"{_host.Urls.Single()}/?{query}", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }

    /// <summary>Waits until the embed has reported an event, and returns its data.</summary>
    public static async Task<T> EventAsync<T>(IPage page, string type) where T : class
    {
        var handle = await EventAsync(page, type);
        return (await handle.JsonValueAsync<JsonElement>()).ReadAs<T>();
    }

    /// <summary>Waits until the embed has reported an event.</summary>
    public static Task<IJSHandle> EventAsync(IPage page, string type) =>
        page.WaitForFunctionAsync("type => window.events.find(e => e.type === type)?.data", type);

    private static WebApplication BuildHost()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => TypedResults.Text(
            """
            <!DOCTYPE html><html lang="en"><head><title>Host</title></head><body><h1>Host</h1><div id="place"></div><script>
            const { origin, calLink, config, how } = JSON.parse(decodeURIComponent(location.search.slice(1)));
            window.events = [];
            const queue = () => { const call = (...args) => call.q.push(args); call.q = []; return call; };
            window.Cal = Object.assign(queue(), { ns: { test: queue() } });
            const cal = Cal.ns.test;
            cal("init", "test", { origin });
            cal("on", { action: "*", callback: e => window.events.push({ type: e.detail.type, data: e.detail.data }) });
            cal(how, how === "inline" ? { elementOrSelector: "#place", calLink, config } : { calLink, config, calOrigin: origin });
            document.head.append(Object.assign(document.createElement("script"), { src: `${origin}/embed/embed.js` }));
            </script></body></html>
            """, "text/html"));
        return app;
    }
}
