namespace MyPortal.AppHost.CalCom;

internal enum BookingStatus
{
    Pending,
    Accepted,
    Cancelled,
    Rejected,
}

internal sealed record Attendee(string Name, string Email, string TimeZone);

/// <summary>A booking as Cal.com knows it: <c>metadata</c> is whatever the embedding page put into the link.</summary>
internal sealed record Booking(
    string Uid,
    int Id,
    string User,
    string EventSlug,
    int EventTypeId,
    string Title,
    DateTimeOffset Start,
    DateTimeOffset End,
    Attendee Attendee,
    string Notes,
    IReadOnlyDictionary<string, string> Metadata,
    BookingStatus Status,
    DateTimeOffset CreatedAt)
{
    public bool TakesItsTime => Status is BookingStatus.Pending or BookingStatus.Accepted;
}
