namespace MyPortal.CalComStandIn.Scheduling;

/// <summary>What somebody fills in to book.</summary>
internal sealed record BookingDetails(
    Attendee Attendee, IReadOnlyList<string> Guests, string Notes, IReadOnlyDictionary<string, string> Metadata);

/// <summary>How a booking is moved; the metadata is what the reschedule link carried.</summary>
internal sealed record BookingMove(Slot Slot, Party By, string? Reason, IReadOnlyDictionary<string, string> Metadata);
