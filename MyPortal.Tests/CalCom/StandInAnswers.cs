namespace MyPortal.Tests.CalCom;

// What tests read of the answers of the stand-in's control endpoints, and no more.

internal sealed record StandInBooking(
    int Id, string Uid, string RootUid, int ICalSequence, string Status, DateTimeOffset Start, DateTimeOffset End, StandInAttendee Attendee,
    string Notes, IReadOnlyDictionary<string, string> Metadata);

internal sealed record StandInAttendee(string Name, string Email, string TimeZone);

internal sealed record StandInSlot(DateTimeOffset Start);

internal sealed record StandInWebhook(string Id, string SubscriberUrl, string? Secret, IReadOnlyList<string> Triggers, bool Active);

/// <summary>What became of a delivery; without an answer it has no status.</summary>
internal sealed record StandInDelivery(long Id, DateTimeOffset At, string Event, string? Uid, string Host, string Outcome, int? Status);

internal sealed record StandInDeliveryContent(string Body);
