using MyPortal.CalComStandIn.Webhooks;

namespace MyPortal.CalComStandIn.Pages.Hosts;

internal static class DeliveryWords
{
    /// <summary>What came of it.</summary>
    public static string InWords(this LoggedDelivery delivery) => delivery.Outcome switch
    {
        DeliveryOutcome.Answered => $"answered {delivery.Status}",
        DeliveryOutcome.TimedOut => "no answer in time",
        DeliveryOutcome.Dropped => "lost by the switch",
        _ => "no connection",
    };
}
