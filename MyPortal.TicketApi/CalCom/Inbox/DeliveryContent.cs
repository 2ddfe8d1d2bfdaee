using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>What a delivery says, as far as the portal reads it: one of Cal.com's webhooks, or what reconciliation found. Texts are single lines of limited length, instants are UTC.</summary>
internal sealed record DeliveryContent
{
    /// <summary>Where in a booking's metadata the card puts a ticket's reference.</summary>
    public const string ReferenceField = "ticket_reference";

    /// <summary>Cal.com's <c>triggerEvent</c>, for example <c>BOOKING_CREATED</c>; any text, if it is one that we do not know.</summary>
    public required string Trigger { get; init; }

    /// <summary>When Cal.com says that it happened. Null in flat <c>MEETING_*</c>, where <c>createdAt</c> is the booking's.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    public string? Uid { get; init; }

    /// <summary>The booking that this one replaces.</summary>
    public string? RescheduleUid { get; init; }

    public DateTimeOffset? RescheduleStart { get; init; }

    /// <summary><c>metadata.ticket_reference</c>. Visitors can edit it, so it means nothing until it has been read as a reference of ours.</summary>
    public string? Reference { get; init; }

    public DateTimeOffset? Start { get; init; }
    public DateTimeOffset? End { get; init; }
    public CallDetails Says { get; init; } = new();

    /// <summary><c>ACCEPTED</c>, <c>PENDING</c>, …</summary>
    public string? Status { get; init; }

    public string? Reason { get; init; }
    public bool RequestReschedule { get; init; }

    /// <summary>Found by comparing bookings, and not told by Cal.com.</summary>
    public bool IsReconciled { get; init; }

    /// <summary>Who did not come, or did after all, by address.</summary>
    public IReadOnlyList<Absence> NoShows { get; init; } = [];
}
