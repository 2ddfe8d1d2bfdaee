using System.Diagnostics;

namespace MyPortal.TicketApi.CalCom.Connections;

/// <summary>Spans of the upkeep of connections. A connection's id is part of a secret address: the technician's id stands for it.</summary>
internal static class ConnectionTelemetry
{
    public const string TechnicianTag = "technician.id";
    public const string WebhookTag = "connection.webhook";
    public const string ApiKeyTag = "connection.api_key";

    public static readonly ActivitySource Source = new("MyPortal.TicketApi");

    public static Activity? StartSetup(CalComConnection connection) =>
        Source.StartActivity("set up webhook")?.SetTag(TechnicianTag, connection.TechnicianId);
}
