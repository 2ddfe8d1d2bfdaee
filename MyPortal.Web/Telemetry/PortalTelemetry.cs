using System.Diagnostics;
using System.Diagnostics.Metrics;
using MyPortal.Web.BookingCards;

namespace MyPortal.Web.Telemetry;

/// <summary>The portal's own spans and metrics; every name is explained in docs/observability.md. Never a name, an address or ticket text.</summary>
public static class PortalTelemetry
{
    public const string SourceName = "MyPortal.Web";

    public static readonly ActivitySource Source = new(SourceName);

    private static readonly Meter Meter = new(SourceName);

    private static readonly Counter<long> Cards = Meter.CreateCounter<long>(
        "myportal.booking.cards", "{card}", "Ticket pages by what became of their booking card.");

    private static readonly Histogram<double> EmbedReady = Meter.CreateHistogram<double>(
        "myportal.booking.embed.ready_time", "s", "From the press of Book a Call to the calendar being usable, as the browser saw it.",
        advice: new() { HistogramBucketBoundaries = [0.25, 0.5, 1, 1.5, 2, 3, 5, 7.5, 10, 20] });

    private static readonly Counter<long> EmbedFailures = Meter.CreateCounter<long>(
        "myportal.booking.embed.failures", "{failure}", "Calendars that did not open, by kind.");

    private static readonly Counter<long> CallsReported = Meter.CreateCounter<long>(
        "myportal.booking.reported", "{booking}", "Bookings that browsers reported; a hint, webhooks are the truth.");

    public static void CardDecided(BookingCard card) => Cards.Add(1,
        new("booking.card.state", card.State.ToString().ToLowerInvariant()),
        new("booking.card.reason", card.Reason),
        new("booking.provider", card.Link?.Provider));

    public static void EmbedBecameReady(TimeSpan after) => EmbedReady.Record(after.TotalSeconds);

    public static void EmbedFailed(string kind) => EmbedFailures.Add(1, new KeyValuePair<string, object?>("error.type", kind));

    public static void BookingReported() => CallsReported.Add(1);
}
