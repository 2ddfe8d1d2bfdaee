using System.Diagnostics;
using System.Diagnostics.Metrics;
using MyPortal.TicketApi.Tickets;
using Wolverine;

namespace MyPortal.TicketApi.Events;

/// <summary>Measures how long after a change its event is handled, which grows first when messages pile up, and names the event in its trace.</summary>
internal sealed class EventTelemetry(IMeterFactory meters, TimeProvider clock) : IWolverineHandler
{
    private readonly Histogram<double> _lag = meters.Create(TicketTelemetry.Name)
        .CreateHistogram<double>("myportal.events.lag", "s", "Time from a change of a ticket until its event is handled, by kind of event.");

    public void Handle(TicketEvent e)
    {
        var kind = SnakeCase.Name(e.Kind);
        Activity.Current?.SetTag("event.kind", kind);
        _lag.Record((clock.GetUtcNow() - e.At).TotalSeconds, new KeyValuePair<string, object?>("event.kind", kind));
    }
}
