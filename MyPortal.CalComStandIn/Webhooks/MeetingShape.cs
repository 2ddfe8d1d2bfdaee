namespace MyPortal.CalComStandIn.Webhooks;

internal enum MeetingShape
{
    /// <summary>The booking's row at the root, as Cal.com's scheduled job has long sent it, and without version header.</summary>
    Flat,

    /// <summary>The row as the payload of an envelope, as newer code does.</summary>
    Enveloped,
}
