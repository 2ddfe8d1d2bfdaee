namespace MyPortal.ProfileApi.BookingLinks.Parsing;

/// <summary>What a page needs to embed a Cal.com calendar.</summary>
/// <param name="CalLink">The path without its leading slash, with the query: <c>data-cal-link</c>.</param>
/// <param name="Origin">Where the calendar is served: <c>data-cal-origin</c>.</param>
/// <param name="ScriptUrl">Cal.com's own embed script.</param>
/// <param name="FrameOrigins">What the page's content-security policy must allow as frames.</param>
internal sealed record EmbedResponse(string CalLink, string Origin, string ScriptUrl, string[] FrameOrigins);
