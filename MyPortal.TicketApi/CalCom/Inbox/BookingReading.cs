using System.Text.Json;
using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>How much of what Cal.com says is kept, in characters: longer texts are cut, longer ids mean nothing to us.</summary>
internal static class ReadingLimits
{
    public const int Trigger = 64;
    public const int Name = 200;
    public const int Uid = 100;
    public const int TimeZone = 64;
    public const int Url = 1000;
    public const int Reason = 256;
    public const int Status = 32;
    public const int Reference = 500;

    /// <summary>Attendees of one booking.</summary>
    public const int People = 50;

    /// <summary>Levels of JSON.</summary>
    public const int Depth = 32;
}

/// <summary>What webhooks and API spell alike in a booking.</summary>
internal static class BookingReading
{
    /// <summary>Addresses of the attendees, in lower case.</summary>
    public static IEnumerable<string> Emails(this JsonElement? attendees) => attendees.Items(ReadingLimits.People)
        .Select(attendee => attendee.Text("email", ReadingLimits.Name)?.ToLowerInvariant()).OfType<string>();

    /// <summary>An address of the web, without a user name in it.</summary>
    public static string? Url(this JsonElement? element, string name) =>
        element.Text(name, ReadingLimits.Url) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            && url.UserInfo.Length == 0
            ? url.AbsoluteUri
            : null;

    /// <summary>Of whom it is said whether they came, in order of addresses.</summary>
    /// <param name="attendees">The attendees.</param>
    /// <param name="field">True for who did not.</param>
    public static IReadOnlyList<Absence> Absences(this JsonElement? attendees, string field)
    {
        var told = from attendee in attendees.Items(ReadingLimits.People)
                   let email = attendee.Text("email", ReadingLimits.Name)
                   where email is not null && attendee.Child(field) is { ValueKind: JsonValueKind.True or JsonValueKind.False }
                   group new Absence(email.ToLowerInvariant(), attendee.IsTrue(field)) by email.ToLowerInvariant();
        // The order is part of what tells facts apart, so it must not be one that machines differ in.
        return [.. told.Select(person => person.Last()).OrderBy(absence => absence.Email, StringComparer.Ordinal)];
    }
}
