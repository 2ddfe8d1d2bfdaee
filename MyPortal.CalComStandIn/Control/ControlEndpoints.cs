namespace MyPortal.CalComStandIn.Control;

/// <summary>
/// What tests steer the stand-in by, all in JSON below <c>/_stand-in</c>. Enums are in upper snake case; a refusal is
/// problem details: 400 with <c>errors</c>, 404, or 409 when the booking's state forbids it.
/// <list type="bullet">
/// <item><c>POST /bookings/{user}/{slug}</c> books or moves (<see cref="Scheduling.BookingRequest"/>).</item>
/// <item><c>GET /booking/{uid}</c>, <c>POST /booking/{uid}/{action}</c>: see <see cref="BookingControl"/>.</item>
/// <item><c>/webhooks/{user}</c>, <c>/switches/{user}</c>: see <see cref="WebhookControl"/>.</item>
/// <item><c>/deliveries</c>, <c>/deliver</c>: see <see cref="DeliveryControl"/>.</item>
/// </list>
/// </summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup("/_stand-in");
        control.MapBookingControl();
        control.MapWebhookControl();
        control.MapDeliveryControl();
    }
}
