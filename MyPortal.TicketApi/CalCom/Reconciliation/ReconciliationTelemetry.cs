using System.Diagnostics;
using System.Diagnostics.Metrics;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.CalCom.Reconciliation;

/// <summary>Whether comparing works, and how much webhooks lose.</summary>
internal sealed class ReconciliationTelemetry
{
    private readonly Counter<long> _runs;
    private readonly Counter<long> _drift;

    public ReconciliationTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(TicketTelemetry.Name);
        _runs = meter.CreateCounter<long>("myportal.reconciliation.runs", "{run}", "Comparisons of one connection's bookings with Cal.com, by outcome.");
        _drift = meter.CreateCounter<long>("myportal.reconciliation.drift", "{event}", "Events that Cal.com knows of and no delivery has told, by kind.");
    }

    public static Activity? Start(Guid technicianId) =>
        ConnectionTelemetry.Source.StartActivity("reconcile bookings")?.SetTag(ConnectionTelemetry.TechnicianTag, technicianId);

    public void Ended(Activity? activity, string outcome)
    {
        activity?.SetTag("reconciliation.outcome", outcome);
        if (outcome is not ReconciliationOutcome.Ok)
            activity?.SetStatus(ActivityStatusCode.Error);
        _runs.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    }

    public void Found(string trigger) =>
        _drift.Add(1, new KeyValuePair<string, object?>("kind", DeliveryFacts.Kind(trigger) is { } kind ? SnakeCase.Name(kind) : "other"));
}

internal static class ReconciliationOutcome
{
    public const string Ok = "ok";
    public const string Error = "error";
}
