using System.Diagnostics;
using MyPortal.TicketApi.Calls.References;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>
/// The span of processing. It links to the request that brought the delivery, and to the page that the booking began on: Cal.com, which lies
/// between the two, passes on no trace.
/// </summary>
internal static class DeliveryTrace
{
    public const string Name = "webhook process";

    public static Activity? Start(WebhookDelivery delivery)
    {
        var span = WebhookTelemetry.Source.StartActivity(Name);
        Link(span, delivery.TraceParent);
        return span?.SetTag("webhook.delivery.id", delivery.Id);
    }

    public static void LinkToPage(Activity? span, BookingReference? reference) => Link(span, reference?.TraceParent);

    public static void Finish(Activity? span, WebhookDelivery delivery)
    {
        span?.SetTag("webhook.event", WebhookTelemetry.Trigger(delivery))
            .SetTag("webhook.state", SnakeCase.Name(delivery.State))
            .SetTag("webhook.reason", delivery.Reason is { } reason ? SnakeCase.Name(reason) : null)
            .SetTag("booking.uid", delivery.Uid)
            .SetTag("booking.id", delivery.CallId)
            .SetTag("ticket.id", delivery.TicketId);
    }

    private static void Link(Activity? span, string? traceParent)
    {
        if (traceParent is not null && ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var context))
            span?.AddLink(new ActivityLink(context));
    }
}
