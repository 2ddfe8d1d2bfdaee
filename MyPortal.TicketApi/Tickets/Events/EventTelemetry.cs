using System.Diagnostics;
using System.Diagnostics.Metrics;
using MyPortal.TicketApi.Infrastructure;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.Tickets.Events;

/// <summary>Measures how long after a change its event is handled, which grows first when messages pile up.</summary>
internal sealed class EventTelemetry(IMeterFactory meters, TimeProvider clock)
{
    private readonly Histogram<double> _lag = meters.Create(TicketTelemetry.Name)
        .CreateHistogram<double>("myportal.events.lag", "s", "Time from a change of a ticket until its event is handled, by kind of event.");

    public void Handled(TicketEvent e)
    {
        var kind = SnakeCase.Name(e.Kind);
        Activity.Current?.SetTag("event.kind", kind);
        _lag.Record((clock.GetUtcNow() - e.At).TotalSeconds, new KeyValuePair<string, object?>("event.kind", kind));
    }
}

[WolverineHandler]
internal static class EventTelemetryHandler
{
    public static void Handle(TicketEvent e, EventTelemetry telemetry) => telemetry.Handled(e);
}
