using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Automation;

/// <summary>All that rules may look at and templates may say, as it is when the rule runs. No ticket text is ever taken for more than text.</summary>
/// <param name="At">When the event happened.</param>
/// <param name="Actor">Whose doing it was; the portal's for rules and for what calendars report.</param>
/// <param name="Ticket">The ticket, with its requester, company and assignee and nothing else that hangs on it.</param>
/// <param name="ReplyCount">How many replies and notes it has.</param>
/// <param name="Reply">The newest reply at that moment, if there is one.</param>
/// <param name="Call">The call that the event is about, if it is about one.</param>
internal sealed record RuleSubject(
    DateTimeOffset At, Role Actor, Ticket Ticket, int ReplyCount, ReplyFacts? Reply, CallSubject? Call);

internal sealed record ReplyFacts(Role AuthorRole, bool IsInternal, string Body);

/// <param name="Facts">What the event says of the call.</param>
/// <param name="TimeZone">The attendee's time zone (IANA), in which templates write the call's times; UTC when it is not known.</param>
internal sealed record CallSubject(EventCall Facts, string? TimeZone);
