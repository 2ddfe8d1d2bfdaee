using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.DataProtection;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Calls.References;

/// <summary>Makes and reads booking references: encrypted and authenticated, so that nobody else can.</summary>
public sealed class BookingReferences(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>A reference older than this is refused: longer than any calendar is usually open for booking.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(60);

    // Replicas' clocks may differ a little.
    private static readonly TimeSpan MaxLead = TimeSpan.FromMinutes(5);

    private readonly ProtectedToken _tokens = new(protection, "MyPortal.BookingReference.v1");

    /// <summary>URL-safe text for the booking's metadata. Differs each time, even for the same ticket and reader.</summary>
    public string Create(Guid ticketId, Guid readerId)
    {
        var trace = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;
        return _tokens.Protect(new BookingReference(ticketId, readerId, clock.GetUtcNow(), trace).ToBytes());
    }

    /// <summary>False for anything not made by <see cref="Create"/>, tampered with, or older than <see cref="MaxAge"/>.</summary>
    internal bool TryRead(string? token, [NotNullWhen(true)] out BookingReference? reference)
    {
        (var finding, reference) = Read(token, clock.GetUtcNow());
        return finding is ReferenceFinding.Valid;
    }

    /// <summary>Tells a reference that has become too old from one that we have not made.</summary>
    /// <param name="token">As the booking carried it.</param>
    /// <param name="at">When it was presented: that it waited for us afterwards does not make it older.</param>
    /// <returns>The reference only if it is valid.</returns>
    internal (ReferenceFinding Finding, BookingReference? Reference) Read(string? token, DateTimeOffset at)
    {
        if (string.IsNullOrEmpty(token))
            return (ReferenceFinding.Missing, null);
        if (_tokens.Unprotect(token) is not { } bytes || !BookingReference.TryParse(bytes, out var read))
            return (ReferenceFinding.Forged, null);
        var age = at - read.IssuedAt;
        if (age < -MaxLead)
            return (ReferenceFinding.Forged, null);
        return age <= MaxAge ? (ReferenceFinding.Valid, read) : (ReferenceFinding.Expired, null);
    }
}
