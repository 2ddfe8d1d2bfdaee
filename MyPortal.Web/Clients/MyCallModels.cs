namespace MyPortal.Web.Clients;

public sealed record MyCalls(IReadOnlyList<MyCall> Calls);

public sealed record MyCall(TicketCall Call, CallTicket Ticket);

public sealed record CallTicket(long Number, string Subject, Person Requester);

/// <summary>Whether there is a private calendar address; the address itself is told once, when it is made.</summary>
public sealed record FeedState(bool Exists, DateTimeOffset? CreatedAt);

public sealed record NewFeed(string Url);

public sealed record ReminderTimes(IReadOnlyList<int> MinutesBefore);
