namespace MyPortal.TicketApi.CalCom.Reconciliation;

/// <summary>Configuration section <c>Reconciliation</c>. A lost delivery is repaired within a period and the grace, unless Cal.com gives no answer.</summary>
internal sealed class ReconciliationOptions
{
    public const string Section = "Reconciliation";

    /// <summary>How often each connection is compared.</summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after the start of a replica it begins.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What has changed more recently than this may still be on its way as a delivery: it is left to the next run.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(60);
}
