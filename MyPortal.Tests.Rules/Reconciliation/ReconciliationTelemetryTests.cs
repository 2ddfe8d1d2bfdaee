using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.CalCom.Reconciliation;

namespace MyPortal.Tests.Rules.Reconciliation;

public sealed class ReconciliationTelemetryTests
{
    [Theory]
    [InlineData(CalComTriggers.Cancelled, "cancelled")]
    [InlineData(CalComTriggers.NoShowUpdated, "no_show")]
    [InlineData("SOMETHING_NEW", "other")]
    public void Drift_is_counted_by_kind(string trigger, string kind)
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        var counted = new List<(long, string?)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "myportal.reconciliation.drift" && instrument.Meter.Scope == meters)
                listener.EnableMeasurementEvents(instrument);
        }
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted.Add((value, tags[0].Value as string)));
        listener.Start();

        new ReconciliationTelemetry(meters).Found(trigger);

        counted.ShouldBe([(1L, kind)]);
    }
}
