using System.ComponentModel.DataAnnotations;

namespace MyPortal.CalComStandIn.Scheduling;

/// <summary>
/// What the booking form sends. <c>AnyTime</c>, for tests, books a time that is past, not offered or taken. With
/// <c>RescheduleUid</c> the booking of that uid is moved, and keeps its attendee and notes.
/// </summary>
internal sealed record BookingRequest(
    DateTimeOffset Start,
    string? Name,
    string? Email,
    string? Notes,
    string? TimeZone,
    Dictionary<string, string>? Metadata,
    string[]? Guests,
    bool AnyTime,
    string? RescheduleUid,
    string? RescheduledBy,
    string? Reason)
{
    public BookingDetails Details() =>
        new(new Attendee(Name!.Trim(), Email!.Trim(), TimeZone ?? "UTC"), Guests ?? [], Notes?.Trim() ?? "", Metadata ?? []);

    /// <summary>Who moves it is told by the link, as at Cal.com: everybody but the host is the attendee.</summary>
    public BookingMove Move(Slot slot, EventType eventType) =>
        new(slot, RescheduledBy == eventType.HostEmail ? Party.Host : Party.Attendee, Reason.OrNull(), Metadata ?? []);

    public Dictionary<string, string[]> Errors()
    {
        var errors = new Dictionary<string, string[]>();
        if (Reason?.Length > BookingLimits.MaxReason)
            errors["reason"] = [$"Keep the reason within {BookingLimits.MaxReason} characters."];
        if (RescheduleUid is { Length: > 0 })
            return errors;

        if (string.IsNullOrWhiteSpace(Name) || Name.Length > BookingLimits.MaxName)
            errors["name"] = [$"Enter your name (at most {BookingLimits.MaxName} characters)."];
        if (!IsEmail(Email) || Email!.Length > BookingLimits.MaxEmail)
            errors["email"] = ["Enter an e-mail address such as name@company.example."];
        if (Notes?.Length > BookingLimits.MaxNotes)
            errors["notes"] = [$"Keep the notes within {BookingLimits.MaxNotes} characters."];
        if (Guests?.All(IsEmail) == false)
            errors["guests"] = ["Guests are a list of e-mail addresses."];
        return errors;
    }

    private static bool IsEmail(string? address) => new EmailAddressAttribute().IsValid(address?.Trim() ?? "");
}
