using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MyPortal.Tests.Browser;

/// <summary>WCAG 2.2 AA as far as axe can tell.</summary>
internal static class Axe
{
    // The dark theme differs in colours and in nothing else, so that is what is asked of it.
    private static readonly RunOnlyOptions Colours = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };

    /// <summary>Finds nothing on the page as it stands now, in the light theme and in the dark one.</summary>
    /// <param name="page">Is in the light theme afterwards.</param>
    /// <param name="where">Names the page or state in the failure.</param>
    /// <param name="frames">Whether the pages in frames are looked at as well.</param>
    public static async Task ShouldBeAccessibleAsync(this IPage page, string where = "", bool frames = true)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await ShouldHaveNoViolationsAsync(page, new AxeRunOptions { Iframes = frames }, $"{where}, light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ShouldHaveNoViolationsAsync(page, new AxeRunOptions { Iframes = frames, RunOnly = Colours }, $"{where}, dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private static async Task ShouldHaveNoViolationsAsync(IPage page, AxeRunOptions options, string where)
    {
        // What is well or unsure is many times as much.
        options.ResultTypes = [ResultType.Violations];
        var result = await page.RunAxe(options);
        result.Violations.Select(violation => $"{violation.Id}: {violation.Help}\n{string.Join('\n', violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty(where);
    }
}
