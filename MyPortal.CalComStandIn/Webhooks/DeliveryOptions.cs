namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>Configuration section <c>Deliveries</c>.</summary>
internal sealed class DeliveryOptions
{
    public const string Section = "Deliveries";

    /// <summary>How long a subscriber may take to answer.</summary>
    public TimeSpan Timeout { get; set; }
}
