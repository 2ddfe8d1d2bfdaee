using System.Diagnostics;
using MyPortal.TicketApi.Infrastructure;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.Tickets.Events;

/// <summary>Measures how long after a change its event is handled, which grows first when messages pile up.</summary>
[WolverineHandler]
public sealed class EventTelemetry(TicketTelemetry telemetry, TimeProvider clock)
{
    public void Handle(TicketEvent e)
    {
        Activity.Current?.SetTag("event.kind", SnakeCase.Name(e.Kind));
        telemetry.Handled(e.Kind, clock.GetUtcNow() - e.At);
    }
}
