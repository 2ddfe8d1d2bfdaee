namespace MyPortal.TicketApi.Calls.References;

/// <summary>What became of the attempt to read a booking reference.</summary>
internal enum ReferenceFinding
{
    Valid,

    /// <summary>There was none.</summary>
    Missing,

    /// <summary>Not made by this portal, or changed since.</summary>
    Forged,

    /// <summary>Ours, and older than <see cref="BookingReferences.MaxAge"/>.</summary>
    Expired,
}
