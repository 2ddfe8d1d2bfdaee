namespace MyPortal.Tests.CalCom;

// What tests read of Cal.com's API v2, and no more.

internal sealed record ApiData<T>(T Data);

internal sealed record ApiRefusal(string Status, ApiRefusalReason Error);

internal sealed record ApiRefusalReason(string Message);

internal sealed record ApiWebhook(string Id, IReadOnlyList<string> Triggers);

internal sealed record ApiPage(IReadOnlyList<ApiBooking> Data, ApiPagination Pagination)
{
    public IEnumerable<string> Uids => Data.Select(booking => booking.Uid);
}

internal sealed record ApiPagination(string? NextCursor, bool HasMore);

/// <summary>Of two bookings that a move has made of one, each names the other, and neither has the key that is the other's.</summary>
internal sealed record ApiBooking(
    string Uid, string Status, string IcsUid, IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<ApiAttendee> Attendees,
    string? RescheduledFromUid = null, string? RescheduledToUid = null);

internal sealed record ApiAttendee(string Email, bool Absent);
