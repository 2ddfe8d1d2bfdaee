namespace MyPortal.CalComStandIn.Webhooks;

internal enum DeliveryOutcome
{
    /// <summary>The subscriber answered; whatever it answered, it is not asked again.</summary>
    Answered,

    /// <summary>No connection, or none that lasted.</summary>
    Failed,

    TimedOut,

    /// <summary>Lost by the switch, never sent.</summary>
    Dropped,
}
