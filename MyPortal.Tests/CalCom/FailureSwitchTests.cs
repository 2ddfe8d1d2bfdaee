using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>Every way to fail that the stand-in offers, as a page with the real embed.js meets it.</summary>
public sealed class FailureSwitchTests(StandInFixture standIn) : IClassFixture<StandInFixture>
{
    [Theory]
    [InlineData("tess/not-found")]
    [InlineData("tess")]
    [InlineData("a/path/that/is/none")]
    public async Task A_wrong_link_fails_with_404_and_the_embed_says_so(string link)
    {
        var page = await standIn.OpenAsync(link);

        var failure = await StandInFixture.EventAsync<ReportedFailure>(page, "linkFailed");
        failure.Code.ShouldBe("404");
        await Assertions.Expect(page.Locator("cal-inline")).ToHaveAttributeAsync("loading", "failed");
        await Assertions.Expect(page.GetByText("Error Code: 404. Cal Link seems to be wrong.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Never_ready_says_that_it_is_there_but_the_link_never_becomes_ready()
    {
        var page = await standIn.OpenAsync("tess/never-ready");

        await StandInFixture.EventAsync(page, "__dimensionChanged");
        await FrameHasLoadedAsync(page);
        (await TypesAsync(page)).ShouldContain("__iframeReady");
        (await TypesAsync(page)).ShouldNotContain("linkReady");
        await StillLoadingAsync(page);
    }

    [Fact]
    public async Task Slow_becomes_ready_only_after_three_seconds()
    {
        var page = await standIn.OpenAsync("tess/slow");

        await StandInFixture.EventAsync(page, "linkReady");
        // Since the page began to load, and so longer than since the frame did.
        (await page.EvaluateAsync<double>("performance.now()")).ShouldBeGreaterThanOrEqualTo(3000);
    }

    [Fact]
    public async Task Hang_never_answers_and_ends_with_the_browser()
    {
        var page = await standIn.OpenAsync("tess/hang");

        await page.WaitForSelectorAsync("iframe.cal-embed", new() { State = WaitForSelectorState.Attached });
        using var patience = Limits.After(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<OperationCanceledException>(() => standIn.Http.GetAsync("/tess/hang/embed", patience.Token));
        (await TypesAsync(page)).ShouldBeEmpty();
        await StillLoadingAsync(page);
        (await standIn.Http.GetStringAsync("/health", TestContext.Current.CancellationToken)).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Blocked_frame_is_refused_by_the_browser()
    {
        var page = await standIn.OpenAsync("tess/blocked-frame");

        var element = await page.WaitForSelectorAsync("iframe.cal-embed", new() { State = WaitForSelectorState.Attached });
        var frame = await element!.ContentFrameAsync();
        await frame!.WaitForURLAsync("chrome-error://chromewebdata/");
        using var answer = await standIn.Http.GetAsync("/tess/blocked-frame/embed", TestContext.Current.CancellationToken);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        (await TypesAsync(page)).ShouldBeEmpty();
        await StillLoadingAsync(page);
    }

    private static Task<string[]> TypesAsync(IPage page) => page.EvaluateAsync<string[]>("window.events.map(e => e.type)");

    private static async Task FrameHasLoadedAsync(IPage page)
    {
        var frame = await page.WaitForSelectorAsync("iframe.cal-embed", new() { State = WaitForSelectorState.Attached });
        var content = await frame!.ContentFrameAsync();
        await content!.WaitForFunctionAsync("() => document.readyState === 'complete' && document.querySelector('#times button')");
    }

    private static async Task StillLoadingAsync(IPage page)
    {
        (await page.Locator("cal-inline").GetAttributeAsync("loading")).ShouldBeNull();
        await Assertions.Expect(page.Locator("cal-inline .loader")).ToBeVisibleAsync();
    }
}
