namespace MyPortal.TicketApi.Tickets;

/// <summary>Who changes a ticket, when, and what led to it.</summary>
/// <param name="ActorId">Null when the portal itself does.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="CausedByRules">Automation rules that led here, first cause first; empty when a person does it.</param>
internal sealed record Change(Guid? ActorId, DateTimeOffset At, params IReadOnlyList<Guid> CausedByRules);
