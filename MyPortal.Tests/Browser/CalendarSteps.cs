using Microsoft.Playwright;

namespace MyPortal.Tests.Browser;

/// <summary>Steps in the stand-in's booking page.</summary>
internal static class CalendarSteps
{
    /// <summary>Opens the details of the day's last free time.</summary>
    public static Task ChooseTimeAsync(this IFrameLocator calendar) => calendar.Locator("#times button").Last.ClickAsync();

    public static async Task BookAsync(this IFrameLocator calendar)
    {
        await calendar.ChooseTimeAsync();
        await calendar.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
    }

    public static string AbsoluteTo(this string path, IPage page) => new Uri(new Uri(page.Url), path).ToString();
}
