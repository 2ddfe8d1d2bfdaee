namespace MyPortal.Web.BrowserTelemetry;

/// <summary>What the ticket page's script reports about the embedded calendar.</summary>
/// <param name="Trace">The token that the page was given (<see cref="PageTrace"/>).</param>
/// <param name="SentAt">The browser's clock when it sent this, in milliseconds since 1970: tells how far that clock is off.</param>
/// <param name="Steps">One to eight steps.</param>
public sealed record BookingReport(string? Trace, double SentAt, IReadOnlyList<BookingStep?>? Steps);

/// <summary>One thing that happened in the browser.</summary>
/// <param name="Name">One of <see cref="BookingStepName"/>.</param>
/// <param name="Start">When it began, on the browser's clock, in milliseconds since 1970.</param>
/// <param name="End">When it was over; not before <paramref name="Start"/>, at most an hour after it.</param>
/// <param name="Error">Why it failed, one of <see cref="BookingStepName.Errors"/>; absent when it did not.</param>
public sealed record BookingStep(string? Name, double Start, double End, string? Error);

public static class BookingStepName
{
    /// <summary>Cal.com's script: requested → ran.</summary>
    public const string ScriptLoaded = "booking.embed.script";

    /// <summary>Book a Call pressed → the calendar is usable, or is known not to become so.</summary>
    public const string Ready = "booking.embed.ready";

    /// <summary>Calendar opened → Cal.com said that a call was booked.</summary>
    public const string Booked = "booking.made";

    public static readonly IReadOnlySet<string> All = new HashSet<string> { ScriptLoaded, Ready, Booked };

    public static readonly IReadOnlySet<string> Errors = new HashSet<string> { "script_blocked", "not_ready_in_time", "link_failed" };
}
