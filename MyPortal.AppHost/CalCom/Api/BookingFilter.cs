using System.Globalization;
using MyPortal.AppHost.CalCom.Scheduling;

namespace MyPortal.AppHost.CalCom.Api;

/// <summary>Which bookings are asked for. Limits in time are exclusive, as their names say.</summary>
internal sealed class BookingFilter
{
    private readonly DateTimeOffset _now;
    private readonly string[]? _statuses;
    private readonly string? _email;
    private readonly string? _name;
    private readonly string? _uid;
    private readonly string[]? _eventTypes;
    private readonly DateTimeOffset? _afterStart, _beforeEnd, _afterCreated, _beforeCreated, _afterUpdated, _beforeUpdated;

    public BookingFilter(QueryReader query, int mostStatuses, DateTimeOffset now)
    {
        _now = now;
        _statuses = query.AnyOf("status", mostStatuses, "upcoming", "recurring", "past", "cancelled", "unconfirmed");
        _email = query.Text("attendeeEmail");
        _name = query.Text("attendeeName");
        _uid = query.Text("bookingUid");
        _eventTypes = (query.Text("eventTypeId") ?? query.Text("eventTypeIds"))?.Split(',', StringSplitOptions.TrimEntries);
        _afterStart = query.Date("afterStart");
        _beforeEnd = query.Date("beforeEnd");
        _afterCreated = query.Date("afterCreatedAt");
        _beforeCreated = query.Date("beforeCreatedAt");
        _afterUpdated = query.Date("afterUpdatedAt");
        _beforeUpdated = query.Date("beforeUpdatedAt");
    }

    public bool Matches(Booking booking) =>
        _statuses?.Any(status => Is(booking, status)) != false
        && (_email is null || _email.Equals(booking.Attendee.Email, StringComparison.OrdinalIgnoreCase))
        && (_name is null || _name == booking.Attendee.Name)
        && (_uid is null || _uid == booking.Uid)
        && _eventTypes?.Contains(booking.EventTypeId.ToString(CultureInfo.InvariantCulture)) != false
        && (_afterStart is null || booking.Start > _afterStart)
        && (_beforeEnd is null || booking.End < _beforeEnd)
        && (_afterCreated is null || booking.CreatedAt > _afterCreated)
        && (_beforeCreated is null || booking.CreatedAt < _beforeCreated)
        && (_afterUpdated is null || booking.UpdatedAt > _afterUpdated)
        && (_beforeUpdated is null || booking.UpdatedAt < _beforeUpdated);

    private bool Is(Booking booking, string status) => status switch
    {
        "upcoming" => booking.Status == BookingStatus.Accepted && booking.End > _now,
        "past" => booking.TakesItsTime && booking.End <= _now,
        "cancelled" => !booking.TakesItsTime,
        "unconfirmed" => booking.Status == BookingStatus.Pending && booking.End > _now,
        _ => false,
    };
}
