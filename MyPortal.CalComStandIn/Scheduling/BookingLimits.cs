namespace MyPortal.CalComStandIn.Scheduling;

/// <summary>The form's limits, in characters.</summary>
internal static class BookingLimits
{
    public const int MaxName = 100;
    public const int MaxEmail = 254;
    public const int MaxNotes = 5000;
    public const int MaxReason = 500;
}
