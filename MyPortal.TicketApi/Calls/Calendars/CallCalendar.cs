using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Calls.Calendars;

/// <summary>How a calendar shows a call.</summary>
internal enum CalendarStatus
{
    /// <summary>Awaits confirmation or payment.</summary>
    Tentative,
    Confirmed,
    Cancelled,
}

/// <summary>A call as one reader's calendar gets it: it holds nothing that this reader may not know.</summary>
/// <param name="Id">The call's; makes the UID, which stays the same however often the call is moved.</param>
/// <param name="Sequence">Counts up with each change, so that the newest wins whatever arrives last.</param>
/// <param name="JoinUrl">Null for readers who may not join.</param>
/// <param name="ChangedAt">When it last changed: also the time stamp, so that unchanged calls give the same text again.</param>
internal sealed record CalendarCall(
    Guid Id, int Sequence, DateTimeOffset Start, DateTimeOffset End, CalendarStatus Status, string Summary,
    string OrganizerName, string AttendeeName, string? JoinUrl, string TicketUrl, DateTimeOffset ChangedAt);

/// <summary>Writes calls as iCalendar (RFC 5545): UTC only, so no reader needs our idea of a time zone.</summary>
public sealed class CallCalendar(PortalMailbox mailbox)
{
    /// <summary>
    /// RFC 5546: told, not asked. Nobody is to answer, and a published event names no attendees, so nobody's address is in it; the
    /// organizer's is the portal's own.
    /// </summary>
    public const string Method = "PUBLISH";

    private const string Product = "-//MyPortal//Calls//EN";
    private const int MaxTextLength = 250;

    internal string Publish(params IReadOnlyList<CalendarCall> calls) => Write(name: null, calls);

    /// <summary>The same for a subscribed calendar, which shows <paramref name="name"/> and asks again each quarter of an hour.</summary>
    internal string Feed(string name, IReadOnlyList<CalendarCall> calls) => Write(name, calls);

    private string Write(string? name, IReadOnlyList<CalendarCall> calls)
    {
        var calendar = new Ical.Net.Calendar { Method = Method, ProductId = Product };
        if (name is not null)
        {
            calendar.AddProperty("X-WR-CALNAME", name);
            calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT15M");
            calendar.AddProperty("X-PUBLISHED-TTL", "PT15M");
        }
        calendar.Events.AddRange(calls.Select(Event));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private CalendarEvent Event(CalendarCall call) => new()
    {
        Uid = $"call.{call.Id:n}@myportal",
        Sequence = call.Sequence,
        DtStamp = Utc(call.ChangedAt),
        LastModified = Utc(call.ChangedAt),
        Start = Utc(call.Start),
        End = Utc(call.End),
        Status = call.Status.ToString().ToUpperInvariant(),
        Transparency = call.Status is CalendarStatus.Cancelled ? TransparencyType.Transparent : TransparencyType.Opaque,
        Summary = call.Summary.OneLine().ShortenTo(MaxTextLength),
        Description = Description(call),
        Location = call.JoinUrl,
        Url = new Uri(call.TicketUrl),
        Organizer = new Organizer($"mailto:{mailbox.Address}") { CommonName = ParameterText(call.OrganizerName) },
    };

    private static string Description(CalendarCall call) => string.Join('\n', new[]
    {
        call.AttendeeName.Length == 0 ? $"With {call.OrganizerName}" : $"{call.OrganizerName} and {call.AttendeeName}",
        call.JoinUrl is null ? null : $"Join: {call.JoinUrl}",
        $"Ticket: {call.TicketUrl}",
    }.OfType<string>());

    private static CalDateTime Utc(DateTimeOffset at) => new(at.UtcDateTime, CalDateTime.UtcTzId);

    // A parameter's value cannot hold a quotation mark (RFC 5545, 3.2).
    private static string ParameterText(string name) => name.OneLine().ShortenTo(MaxTextLength).Replace('"', '\'');
}
