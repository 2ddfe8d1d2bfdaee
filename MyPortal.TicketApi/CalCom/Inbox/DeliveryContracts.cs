using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>A delivery as the inbox lists it.</summary>
/// <param name="Id">Identifies the delivery.</param>
/// <param name="ReceivedAt">When it came in, in UTC.</param>
/// <param name="Event">Cal.com's name of the event; null when it could not be read, or has not been yet.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Reason">Why; null for most that were processed.</param>
/// <param name="TicketNumber">The ticket that knows of it.</param>
/// <param name="Technician">Whose Cal.com account it came from.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Duplicates">How often the same bytes came again.</param>
/// <param name="Attempts">How often processing was tried.</param>
public sealed record DeliveryItem(
    Guid Id, DateTimeOffset ReceivedAt, string? Event, DeliveryState State, DeliveryReason? Reason, long? TicketNumber,
    PersonReference Technician, DeliverySource Source, int Duplicates, int Attempts);

/// <summary>Some deliveries, newest first.</summary>
/// <param name="Items">As many as were asked for, or what is left.</param>
/// <param name="NextCursor">Send it as <c>after</c> for those before; null when there are none.</param>
public sealed record DeliveryPage(IReadOnlyList<DeliveryItem> Items, string? NextCursor);

/// <summary>A delivery with what it said.</summary>
/// <param name="Id">Identifies the delivery.</param>
/// <param name="ReceivedAt">When it came in, in UTC.</param>
/// <param name="Event">Cal.com's name of the event; null when it could not be read, or has not been yet.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Reason">Why; null for most that were processed.</param>
/// <param name="TicketNumber">The ticket that knows of it.</param>
/// <param name="Technician">Whose Cal.com account it came from.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Duplicates">How often the same bytes came again.</param>
/// <param name="Attempts">How often processing was tried.</param>
/// <param name="Uid">Cal.com's id of the booking that it tells of.</param>
/// <param name="RelatedUid">Cal.com's id of the booking that this one replaced.</param>
/// <param name="ProcessedAt">When it was processed last, in UTC.</param>
/// <param name="IsMasked">Whether names, addresses and texts in the payload have been replaced.</param>
/// <param name="Payload">The body as text; JSON with masked values unless it was opened.</param>
public sealed record DeliveryDetail(
    Guid Id, DateTimeOffset ReceivedAt, string? Event, DeliveryState State, DeliveryReason? Reason, long? TicketNumber,
    PersonReference Technician, DeliverySource Source, int Duplicates, int Attempts,
    string? Uid, string? RelatedUid, DateTimeOffset? ProcessedAt, bool IsMasked, string Payload);

/// <summary>What was asked to be processed again.</summary>
/// <param name="Count">How many deliveries.</param>
public sealed record ReplayResult(int Count);
