using System.Diagnostics.Metrics;
using MyPortal.Web.Telemetry;

namespace MyPortal.Web.BookingCards;

internal static class CardTelemetry
{
    private static readonly Counter<long> Cards = PortalTelemetry.Meter.CreateCounter<long>(
        "myportal.booking.cards", "{card}", "Ticket pages by what became of their booking card.");

    public static void Decided(BookingCard card) => Cards.Add(1,
        new("booking.card.state", card.State.ToString().ToLowerInvariant()),
        new("booking.card.reason", card.Reason),
        new("booking.provider", card.Link?.Provider));
}
