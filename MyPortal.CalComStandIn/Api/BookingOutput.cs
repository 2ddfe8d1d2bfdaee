using System.Text.Json.Serialization;
using MyPortal.CalComStandIn.Scheduling;
using MyPortal.CalComStandIn.Webhooks;

namespace MyPortal.CalComStandIn.Api;

/// <summary>A booking as API v2 shows it. Keys without a value are left out; the metadata is the link's, also after a move.</summary>
internal sealed record BookingOutput
{
    public required int Id { get; init; }

    public required string Uid { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<HostOutput> Hosts { get; init; }

    public required string Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CancellationReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CancelledByEmail { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReschedulingReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RescheduledByEmail { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RescheduledFromUid { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RescheduledToUid { get; init; }

    public required string Start { get; init; }

    public required string End { get; init; }

    public required int Duration { get; init; }

    public required int EventTypeId { get; init; }

    public required EventTypeOutput EventType { get; init; }

    public required string MeetingUrl { get; init; }

    public required string Location { get; init; }

    public bool AbsentHost { get; }

    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    public required string IcsUid { get; init; }

    public required IReadOnlyList<AttendeeOutput> Attendees { get; init; }

    public required IReadOnlyList<string> Guests { get; init; }

    public required IReadOnlyDictionary<string, object> BookingFieldsResponses { get; init; }

    public static BookingOutput Of(Booking booking, string origin) => new()
    {
        Id = booking.Id,
        Uid = booking.Uid,
        Title = booking.Title,
        Description = booking.Notes,
        Hosts = [HostOutput.Of(booking.EventType)],
        Status = booking.Status.ToString().ToLowerInvariant(),
        CancellationReason = booking.Reason,
        CancelledByEmail = booking.CancelledBy,
        ReschedulingReason = booking.RescheduledFrom?.Reason,
        RescheduledByEmail = booking.RescheduledFrom?.By,
        RescheduledFromUid = booking.RescheduledFrom?.Uid,
        RescheduledToUid = booking.RescheduledTo,
        Start = CalComTime.WithMilliseconds(booking.Start),
        End = CalComTime.WithMilliseconds(booking.End),
        Duration = (int)(booking.End - booking.Start).TotalMinutes,
        EventTypeId = booking.EventTypeId,
        EventType = new EventTypeOutput(booking.EventTypeId, booking.EventSlug),
        MeetingUrl = booking.VideoCallUrl(origin),
        Location = booking.VideoCallUrl(origin),
        CreatedAt = CalComTime.WithMilliseconds(booking.CreatedAt),
        UpdatedAt = CalComTime.WithMilliseconds(booking.UpdatedAt),
        Metadata = booking.Metadata,
        IcsUid = booking.ICalUid(),
        Attendees = [AttendeeOutput.Of(booking)],
        Guests = booking.Guests,
        BookingFieldsResponses = new Dictionary<string, object>
        {
            ["name"] = booking.Attendee.Name,
            ["email"] = booking.Attendee.Email,
            ["notes"] = booking.Notes,
            ["guests"] = booking.Guests,
        },
    };
}

internal sealed record EventTypeOutput(int Id, string Slug);

internal sealed record HostOutput(int Id, string Name, string Email, string DisplayEmail, string Username, string TimeZone)
{
    public static HostOutput Of(EventType type) => new(type.HostId, type.Host, type.HostEmail, type.HostEmail, type.User, "UTC");
}

internal sealed record AttendeeOutput(string Name, string Email, string DisplayEmail, string TimeZone, string Language, bool Absent)
{
    public static AttendeeOutput Of(Booking booking) => new(
        booking.Attendee.Name, booking.Attendee.Email, booking.Attendee.Email, booking.Attendee.TimeZone, "en", booking.NoShow);
}
