using System.Text.Json.Serialization;

namespace MyPortal.Bench.Reference;

internal sealed record ReferenceTicket(
    long Number, string Subject, string Description, string Status, string Priority, string Requester, string Company,
    Guid TechnicianId, string Technician, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    List<ReferenceReply> Replies, List<ReferenceEntry> Timeline);

internal sealed record ReferenceReply(Guid Id, string Author, string Role, string Body, DateTimeOffset At);

internal sealed record ReferenceEntry(Guid Id, string Kind, DateTimeOffset At, string? Actor, string? From, string? To);

internal sealed record ReferenceRow(long Number, string Subject, string Status, string Priority, string Requester, string? Company, string? Assignee, DateTimeOffset UpdatedAt);

internal sealed record ReferenceTechnician(string Name, string Email, string? Url);

[JsonSerializable(typeof(ReferenceTicket))]
[JsonSerializable(typeof(List<ReferenceRow>))]
[JsonSerializable(typeof(ReferenceTechnician))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
