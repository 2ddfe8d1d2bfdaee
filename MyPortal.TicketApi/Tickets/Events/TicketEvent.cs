namespace MyPortal.TicketApi.Tickets.Events;

/// <summary>
/// Something happened on a ticket. Sent in the transaction of the change itself, so that there is never one without the other; handlers
/// run after it, each for itself, and may see the same event again after a crash: <paramref name="Id"/> tells that it is the same.
/// </summary>
/// <param name="Id">Identifies the event, for handlers to do their work once.</param>
/// <param name="Kind">What happened.</param>
/// <param name="TicketId">On which ticket. It may have changed further, or be gone, by the time of handling.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="ActorId">Who did it; null when the portal itself or a calendar did.</param>
/// <param name="Call">The call as it was then, for events of calls; null otherwise.</param>
/// <param name="CausedByRules">Automation rules that led here, first cause first; empty when a person or a calendar did it.</param>
public sealed record TicketEvent(
    Guid Id, TicketEventKind Kind, Guid TicketId, DateTimeOffset At, Guid? ActorId, EventCall? Call, IReadOnlyList<Guid> CausedByRules);

/// <summary>A call at the moment of an event.</summary>
/// <param name="CallId">Our own id, which stays the same however often the call is moved.</param>
/// <param name="Uid">The calendar's id of the booking, new with each move.</param>
/// <param name="Start">Start in UTC.</param>
/// <param name="End">End in UTC.</param>
/// <param name="PreviousStart">Start before a move; null otherwise.</param>
/// <param name="Sequence">Counts up with each change that calendars must take over (RFC 5545).</param>
/// <param name="Reason">What somebody gave as the reason; text of people, so never for telemetry.</param>
public sealed record EventCall(
    Guid CallId, string Uid, DateTimeOffset Start, DateTimeOffset End, DateTimeOffset? PreviousStart, int Sequence, string? Reason);
