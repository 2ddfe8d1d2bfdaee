using System.Text.Json.Serialization;

namespace MyPortal.Tests.CalCom;

// What tests read of Cal.com's webhooks, and no more.

/// <summary>What all of them say.</summary>
internal sealed record Message(string TriggerEvent);

/// <summary>Around the payload of BOOKING_*, and of MEETING_* by a switch.</summary>
internal sealed record Envelope<T>(DateTimeOffset CreatedAt, T Payload);

/// <summary>Of BOOKING_*. Each event has some of the keys only; <c>PayloadTests</c> hold which.</summary>
internal sealed record Payload(
    string? Uid = null, string? BookingUid = null, string? Type = null, string? Status = null, string? BookerUrl = null, string? StartTime = null,
    string? ICalUID = null, int? ICalSequence = null, bool? RequiresConfirmation = null, int? Price = null, string? RejectionReason = null,
    string? CancellationReason = null, string? CancelledBy = null, bool? RequestReschedule = null, string? RescheduleUid = null,
    int? RescheduleId = null, string? RescheduledBy = null, VideoCallData? VideoCallData = null, PayloadMetadata? Metadata = null,
    PayloadResponses? Responses = null, IReadOnlyList<PayloadAttendee>? Attendees = null);

internal sealed record VideoCallData(string Url);

internal sealed record PayloadMetadata(
    [property: JsonPropertyName("ticket_reference")] string? TicketReference = null, string? VideoCallUrl = null);

internal sealed record PayloadResponses(PayloadResponse Notes, PayloadResponse RescheduleReason);

/// <summary>A question without an answer has no value.</summary>
internal sealed record PayloadResponse(string? Value = null);

internal sealed record PayloadAttendee(string Email, bool? NoShow = null);

/// <summary>Of MEETING_*: a row of Cal.com's database, flat, with the answers as they are kept.</summary>
internal sealed record MeetingRow(string Uid, PayloadMetadata Metadata, MeetingResponses Responses);

internal sealed record MeetingResponses(string Name);
