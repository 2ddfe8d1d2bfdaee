namespace MyPortal.Web.Clients;

// The fields of TicketApi's answers that pages read, and no more. TicketApi's committed OpenAPI document says what they mean.

public sealed record Person(Guid Id, string Name);

public sealed record Contact(string Name, string Email);

public sealed record Company(Guid Id, string Name);

public record TicketSummary(
    long Number, string Subject, string Status, string Priority, Person Requester, Company? Company, Person? Assignee,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

public sealed record TicketPage(IReadOnlyList<TicketSummary> Items, string? NextCursor);

public sealed record TicketDetail(
    long Number, string Subject, string Status, string Priority, Person Requester, Company? Company, Person? Assignee,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string Description, string Version, IReadOnlyList<Reply> Replies, string? EarlierReplies,
    IReadOnlyList<TimelineEntry> Timeline, string? BookingReference, Permissions May, Contact? RequesterContact,
    IReadOnlyList<TicketCall> Calls, bool Watching, int WatcherCount)
    : TicketSummary(Number, Subject, Status, Priority, Requester, Company, Assignee, CreatedAt, UpdatedAt);

public sealed record Reply(Guid Id, Person Author, string AuthorRole, string Body, bool IsInternal, DateTimeOffset CreatedAt);

public sealed record ReplyPage(IReadOnlyList<Reply> Items, string? EarlierReplies);

public sealed record TimelineEntry(Guid Id, string Kind, DateTimeOffset At, Person? Actor, string? From, string? To);

/// <summary>What this reader may do with this ticket, as TicketApi decided.</summary>
public sealed record Permissions(bool Reply, bool AddInternalNote, bool Assign, bool ChangeStatus);
