using System.Diagnostics;
using System.Diagnostics.Metrics;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>What operators can tell of webhooks: kinds, states, reasons and times, and never what a delivery says of people.</summary>
public sealed class WebhookTelemetry
{
    public static readonly ActivitySource Source = new(TicketTelemetry.Name);

    private const string Other = "other";

    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _refused;
    private readonly Histogram<double> _lag;
    private double _queueAge;

    public WebhookTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(TicketTelemetry.Name);
        _deliveries = meter.CreateCounter<long>("myportal.webhook.deliveries", "{delivery}", "Deliveries that were looked at, by event, state and reason; an attempt that failed counts each time.");
        _refused = meter.CreateCounter<long>("myportal.webhook.refused", "{request}", "Requests without a valid signature or connection.");
        _lag = meter.CreateHistogram<double>("myportal.webhook.lag", "s", "Time from accepting a delivery until it has been looked at, failed attempts included.",
            advice: new() { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800] });
        meter.CreateObservableGauge("myportal.webhook.queue_age", () => Volatile.Read(ref _queueAge), "s", "Age of the oldest delivery not yet processed; 0 when there is none.");
    }

    /// <summary>The event's name comes from outside: only those that we know are told apart.</summary>
    internal static string Trigger(WebhookDelivery delivery) =>
        delivery.Event is { } name && (name == DeliveryFacts.Ping || DeliveryFacts.Kind(name) is not null) ? name : Other;

    public void Refused() => _refused.Add(1);

    /// <param name="isFirst">False when it has been looked at before: that it waited for its booking, or for an administrator, says nothing of us.</param>
    internal void Processed(WebhookDelivery delivery, DateTimeOffset at, bool isFirst)
    {
        var trigger = Trigger(delivery);
        Count(trigger, delivery.State, delivery.Reason);
        if (isFirst)
            _lag.Record((at - delivery.ReceivedAt).TotalSeconds, new KeyValuePair<string, object?>("webhook.event", trigger));
    }

    /// <summary>Processing broke off: it is not known what the delivery is.</summary>
    public void Failed() => Count(Other, DeliveryState.Failed, DeliveryReason.Error);

    public void OldestWaits(TimeSpan age) => Volatile.Write(ref _queueAge, age.TotalSeconds);

    private void Count(string trigger, DeliveryState state, DeliveryReason? reason) => _deliveries.Add(1,
        new("webhook.event", trigger),
        new("webhook.state", SnakeCase.Name(state)),
        new("webhook.reason", reason is { } known ? SnakeCase.Name(known) : null));
}
