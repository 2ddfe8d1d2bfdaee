using System.Diagnostics;
using System.Net;
using MyPortal.Web.Clients;
using MyPortal.Web.Session;
using MyPortal.Web.Telemetry;

namespace MyPortal.Web.BookingCards;

/// <summary>
/// Decides on the card of a ticket page, within <see cref="TechnicianOptions.Timeout"/>. ProfileApi slow, down or talking nonsense gives
/// a degraded card, never an error: the ticket is worth reading without it. Its span says what was decided and why.
/// </summary>
public sealed class BookingCardLoader(TechnicianClient technicians, ILogger<BookingCardLoader> logger)
{
    public async Task<BookingCard> LoadAsync(TicketDetail ticket, Reader reader, CancellationToken cancellationToken)
    {
        using var span = PortalTelemetry.Source.StartActivity("booking card");
        var card = await DecideAsync(ticket, reader, span, cancellationToken);
        span?.SetTag("booking.card.state", card.State.ToString().ToLowerInvariant());
        span?.SetTag("booking.card.reason", card.Reason);
        span?.SetTag("booking.provider", card.Link?.Provider);
        CardTelemetry.Decided(card);
        return card;
    }

    private async Task<BookingCard> DecideAsync(TicketDetail ticket, Reader reader, Activity? span, CancellationToken cancellationToken)
    {
        if (ticket.Assignee is not { } assignee)
            return new(CardState.Hidden, "no_assignee");
        span?.SetTag("technician.id", assignee.Id);
        try
        {
            var result = await technicians.BookingLinkAsync(assignee.Id, cancellationToken);
            if (result.Refusal?.Status == HttpStatusCode.NotFound)
                return new(CardState.Hidden, "not_a_technician");
            if (result.Value is not { } technician)
                return Degraded(span, "refused");
            span?.SetTag("booking.cache", technician.Cache);
            return technician.BookingLink is not { } link
                ? new(CardState.Hidden, "no_booking_link")
                : new(CardState.Shown)
                {
                    TechnicianName = technician.Name,
                    TechnicianEmail = technician.Email,
                    Link = link,
                    IsReadersOwn = reader.Id == assignee.Id,
                    Prefill = link.Provider == "cal_com" ? Prefill.For(ticket, reader) : null,
                };
        }
        catch (ApiUnavailableException exception)
        {
            logger.LogWarning(exception, "The ticket page goes without the booking card: ProfileApi gave no usable answer.");
            return Degraded(span, exception.InnerException is null ? "error_answer" : exception.InnerException.GetType().Name);
        }
    }

    private static BookingCard Degraded(Activity? span, string reason)
    {
        span?.SetTag("error.type", reason);
        span?.SetStatus(ActivityStatusCode.Error, "ProfileApi gave no usable answer");
        return new(CardState.Degraded, reason);
    }
}
