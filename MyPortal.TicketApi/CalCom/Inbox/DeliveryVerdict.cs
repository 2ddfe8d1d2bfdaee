using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Calls.References;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>Why a delivery has no place on a ticket.</summary>
internal static class DeliveryVerdict
{
    public static (DeliveryState State, DeliveryReason Reason) Of(MatchOutcome outcome, ReferenceFinding finding, CallFact fact, bool ticketGone) => (outcome, finding) switch
    {
        (MatchOutcome.TicketMismatch, _) => (DeliveryState.Ignored, DeliveryReason.TicketMismatch),
        _ when ticketGone => (DeliveryState.Ignored, DeliveryReason.TicketGone),
        (_, ReferenceFinding.Forged) => (DeliveryState.Unmatched, DeliveryReason.ReferenceForged),
        (_, ReferenceFinding.Expired) => (DeliveryState.Unmatched, DeliveryReason.ReferenceExpired),
        (_, ReferenceFinding.Missing) when CarriesMetadata(fact.Kind) => (DeliveryState.Unmatched, DeliveryReason.NoReference),
        _ => (DeliveryState.Unmatched, DeliveryReason.UnknownBooking),
    };

    // Cal.com leaves our metadata out of the others, so that their absence says nothing.
    private static bool CarriesMetadata(CallFactKind kind) => kind is CallFactKind.Requested or CallFactKind.Created
        or CallFactKind.PaymentInitiated or CallFactKind.Paid or CallFactKind.MeetingStarted or CallFactKind.MeetingEnded;
}
