namespace MyPortal.CalComStandIn.Pages;

/// <summary>A way to fail, chosen by the link's slug: <c>tess/never-ready</c>.</summary>
internal sealed record FailureSwitch(string Name, string Effect)
{
    public static readonly FailureSwitch NotFound = new("not-found", "The link is wrong: HTTP 404, and the embed reports linkFailed with code 404.");
    public static readonly FailureSwitch NeverReady = new("never-ready", "The frame says that it is there (__iframeReady), but linkReady never comes.");
    public static readonly FailureSwitch Slow = new("slow", "linkReady comes after 3 seconds.");
    public static readonly FailureSwitch Hang = new("hang", "The HTTP response never begins; it lasts until the browser gives up.");
    public static readonly FailureSwitch BlockedFrame = new("blocked-frame", "The booking page forbids to be framed (X-Frame-Options: DENY).");

    public static readonly IReadOnlyList<FailureSwitch> All = [NotFound, NeverReady, Slow, Hang, BlockedFrame];

    public static FailureSwitch? For(string slug) => All.FirstOrDefault(failure => failure.Name == slug);
}
