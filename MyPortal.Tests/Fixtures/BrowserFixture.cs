using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace MyPortal.Tests.Fixtures;

/// <summary>One headless Chromium for all browser tests. Without one they fail and say how to get it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly float Timeout = (float)Limits.Moment.TotalMilliseconds;

    private readonly SemaphoreSlim _once = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    // Started by the first test that wants it, so that a run of other tests needs no browser.
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A page with cookies and storage of its own, which end with the test: <see cref="ClosePagesAttribute"/>.</summary>
    public async Task<IPage> NewPageAsync(
        int width = 1280, int height = 800, ColorScheme colorScheme = ColorScheme.Light, bool javaScriptEnabled = true)
    {
        var browser = await BrowserAsync();
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colorScheme,
            JavaScriptEnabled = javaScriptEnabled,
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
        });
        await OpenPages.AddAsync(context);
        context.SetDefaultTimeout(Timeout);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        _once.Dispose();
    }

    private async Task<IBrowser> BrowserAsync()
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(Timeout);
            return _browser ??= await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = await Chromium.FindOrInstallAsync(_playwright, TestContext.Current.CancellationToken),
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync",
                    // Each context has a process of its own all the same; but none is started ahead of a page that never comes.
                    "--renderer-process-limit=1",
                ],
            });
        }
        finally
        {
            _once.Release();
        }
    }
}
