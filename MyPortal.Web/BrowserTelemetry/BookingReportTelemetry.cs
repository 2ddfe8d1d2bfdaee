using System.Diagnostics.Metrics;
using MyPortal.Web.Telemetry;

namespace MyPortal.Web.BrowserTelemetry;

internal static class BookingReportTelemetry
{
    private static readonly Histogram<double> EmbedReady = PortalTelemetry.Meter.CreateHistogram<double>(
        "myportal.booking.embed.ready_time", "s", "From the press of Book a Call to the calendar being usable, as the browser saw it.",
        advice: new() { HistogramBucketBoundaries = [0.25, 0.5, 1, 1.5, 2, 3, 5, 7.5, 10, 20] });

    private static readonly Counter<long> EmbedFailures = PortalTelemetry.Meter.CreateCounter<long>(
        "myportal.booking.embed.failures", "{failure}", "Calendars that did not open, by kind.");

    private static readonly Counter<long> CallsReported = PortalTelemetry.Meter.CreateCounter<long>(
        "myportal.booking.reported", "{booking}", "Bookings that browsers reported; a hint, webhooks are the truth.");

    public static void EmbedBecameReady(TimeSpan after) => EmbedReady.Record(after.TotalSeconds);

    public static void EmbedFailed(string kind) => EmbedFailures.Add(1, new KeyValuePair<string, object?>("error.type", kind));

    public static void BookingReported() => CallsReported.Add(1);
}
