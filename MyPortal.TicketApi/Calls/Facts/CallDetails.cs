namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>
/// What is said of a call besides its time, the same for a fact that says some of it, the state that follows from all of them, and the call as it
/// is kept. Texts come from outside: single lines of limited length, never for telemetry; empty where nothing is said.
/// </summary>
internal sealed record CallDetails
{
    public const string UnknownZone = "UTC";

    public string Title { get; init; } = "";
    public string OrganizerName { get; init; } = "";
    public string OrganizerEmail { get; init; } = "";

    /// <summary>IANA name.</summary>
    public string OrganizerTimeZone { get; init; } = "";

    public string AttendeeName { get; init; } = "";
    public string AttendeeEmail { get; init; } = "";

    /// <summary>IANA name.</summary>
    public string AttendeeTimeZone { get; init; } = "";

    /// <summary>Whom the calendar writes to besides the host: the attendee and their guests, in lower case.</summary>
    public string[] AttendeeEmails { get; init; } = [];

    /// <summary>As the calendar gave it; not yet known to be a safe link.</summary>
    public string? JoinUrl { get; init; }

    /// <summary>Origin of the calendar's own pages, as the calendar gave it.</summary>
    public string? BookerUrl { get; init; }

    /// <summary>The first that says something, field by field; whom the calendar writes to are all that were ever named, in order.</summary>
    /// <param name="latest">Those whose word counts, latest first.</param>
    /// <param name="others">Those that count only where the latest are silent.</param>
    public static CallDetails Merge(IReadOnlyList<CallDetails> latest, IEnumerable<CallDetails> others)
    {
        List<CallDetails> all = [.. latest, .. others];
        return new CallDetails
        {
            Title = First(all, said => said.Title),
            OrganizerName = First(all, said => said.OrganizerName),
            OrganizerEmail = First(all, said => said.OrganizerEmail),
            OrganizerTimeZone = First(all, said => said.OrganizerTimeZone, UnknownZone),
            AttendeeName = First(all, said => said.AttendeeName),
            AttendeeEmail = First(all, said => said.AttendeeEmail),
            AttendeeTimeZone = First(all, said => said.AttendeeTimeZone, UnknownZone),
            AttendeeEmails = [.. all.SelectMany(said => said.AttendeeEmails).Distinct().Order(StringComparer.Ordinal)],
            // Where a call took place before it was moved is not where it takes place.
            JoinUrl = latest.Select(said => said.JoinUrl).FirstOrDefault(url => url is not null),
            BookerUrl = all.Select(said => said.BookerUrl).FirstOrDefault(url => url is not null),
        };
    }

    private static string First(List<CallDetails> all, Func<CallDetails, string> field, string otherwise = "") =>
        all.Select(field).FirstOrDefault(text => text.Length > 0) ?? otherwise;
}
