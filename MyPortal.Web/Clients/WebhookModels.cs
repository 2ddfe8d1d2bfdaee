namespace MyPortal.Web.Clients;

public record Delivery(
    Guid Id, DateTimeOffset ReceivedAt, string? Event, string State, string? Reason, long? TicketNumber, Person Technician, string Source,
    int Duplicates, int Attempts);

public sealed record DeliveryPage(IReadOnlyList<Delivery> Items, string? NextCursor);

public sealed record DeliveryDetail(
    Guid Id, DateTimeOffset ReceivedAt, string? Event, string State, string? Reason, long? TicketNumber, Person Technician, string Source,
    int Duplicates, int Attempts, string? Uid, string? RelatedUid, DateTimeOffset? ProcessedAt, bool IsMasked, string Payload)
    : Delivery(Id, ReceivedAt, Event, State, Reason, TicketNumber, Technician, Source, Duplicates, Attempts);

public sealed record ReplayCount(int Count);
