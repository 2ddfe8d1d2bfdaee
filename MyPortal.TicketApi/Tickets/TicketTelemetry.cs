using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http.Features;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Replies;
using MyPortal.TicketApi.Tickets.Timeline;

namespace MyPortal.TicketApi.Tickets;

/// <summary>What operators can count and find by. Numbers and kinds only: never a name, an address or anything that people wrote.</summary>
public sealed class TicketTelemetry
{
    public const string Name = "MyPortal.TicketApi";
    private const string TicketNumberTag = "ticket.number";

    private readonly Counter<long> _created;
    private readonly Counter<long> _replies;
    private readonly Counter<long> _assignments;
    private readonly Counter<long> _statusChanges;
    private readonly Histogram<double> _lag;

    public TicketTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _created = meter.CreateCounter<long>("myportal.tickets.created", "{ticket}", "Tickets opened, by priority and the requester's role.");
        _replies = meter.CreateCounter<long>("myportal.tickets.replies", "{reply}", "Replies written, by the author's role and whether internal.");
        _assignments = meter.CreateCounter<long>("myportal.tickets.assignments", "{change}", "Changes of assignee, by kind.");
        _statusChanges = meter.CreateCounter<long>("myportal.tickets.status_changes", "{change}", "Changes of status, by the status before and after.");
        _lag = meter.CreateHistogram<double>("myportal.events.lag", "s", "Time from a change of a ticket until its event is handled, by kind of event.");
    }

    internal void Created(HttpContext context, Ticket ticket, Caller caller)
    {
        Tag(context, ticket.Number);
        _created.Add(1, new("ticket.priority", SnakeCase.Name(ticket.Priority)), new("user.role", SnakeCase.Name(caller.Role)));
    }

    /// <summary>Counts what has just been saved.</summary>
    internal void Saved(IEnumerable<Reply> replies, IEnumerable<TimelineEntry> entries)
    {
        foreach (var reply in replies)
            _replies.Add(1, new("user.role", SnakeCase.Name(reply.AuthorRole)), new("reply.internal", reply.IsInternal));
        foreach (var entry in entries)
        {
            if (entry.Kind is TimelineKind.Assigned or TimelineKind.Unassigned)
                _assignments.Add(1, new KeyValuePair<string, object?>("assignment.kind", SnakeCase.Name(entry.Kind)));
            else if (entry.Kind is TimelineKind.StatusChanged)
                _statusChanges.Add(1, new("ticket.status.before", entry.From), new("ticket.status.after", entry.To));
        }
    }

    /// <param name="kind">The event.</param>
    /// <param name="lag">Since the change that it tells of.</param>
    public void Handled(TicketEventKind kind, TimeSpan lag) =>
        _lag.Record(lag.TotalSeconds, new KeyValuePair<string, object?>("event.kind", SnakeCase.Name(kind)));

    /// <summary>Puts <c>ticket.number</c> on the request's span, whatever the answer will be.</summary>
    internal static void Tag(HttpContext context, object? number) =>
        context.Features.Get<IHttpActivityFeature>()?.Activity.SetTag(TicketNumberTag, number);
}

internal static class TicketTelemetryExtensions
{
    public static T TagTicketNumber<T>(this T endpoints) where T : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter((context, next) =>
        {
            if (long.TryParse(context.HttpContext.GetRouteValue("number") as string, out var number))
                TicketTelemetry.Tag(context.HttpContext, number);
            return next(context);
        });
}
