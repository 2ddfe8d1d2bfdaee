using System.Buffers.Text;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MyPortal.TicketApi.Calls.References;

/// <summary>Makes and reads booking references: encrypted and authenticated with keys that lie in ticketdb, so that every replica can.</summary>
public sealed class BookingReferences(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>A reference older than this is refused: longer than any calendar is usually open for booking.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromDays(60);

    // Replicas' clocks may differ a little.
    private static readonly TimeSpan MaximumLead = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("MyPortal.BookingReference.v1");

    /// <summary>URL-safe text for the booking's metadata. Differs each time, even for the same ticket and reader.</summary>
    public string Create(Guid ticketId, Guid readerId)
    {
        var trace = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;
        var reference = new BookingReference(ticketId, readerId, clock.GetUtcNow(), trace);
        return Base64Url.EncodeToString(_protector.Protect(reference.ToBytes()));
    }

    /// <summary>False for anything not made by <see cref="Create"/>, tampered with, or older than <see cref="MaximumAge"/>.</summary>
    internal bool TryRead(string? token, [NotNullWhen(true)] out BookingReference? reference)
    {
        (var finding, reference) = Read(token, clock.GetUtcNow());
        return finding is ReferenceFinding.Valid;
    }

    /// <summary>Tells a reference that has become too old from one that we have not made.</summary>
    /// <param name="at">When it was presented: that it waited for us afterwards does not make it older.</param>
    /// <returns>The reference only if it is valid.</returns>
    internal (ReferenceFinding Finding, BookingReference? Reference) Read(string? token, DateTimeOffset at)
    {
        if (string.IsNullOrEmpty(token))
            return (ReferenceFinding.Missing, null);
        if (token.Length > 500 || !Base64Url.IsValid(token))
            return (ReferenceFinding.Forged, null);
        try
        {
            if (!BookingReference.TryParse(_protector.Unprotect(Base64Url.DecodeFromChars(token)), out var read))
                return (ReferenceFinding.Forged, null);
            var age = at - read.IssuedAt;
            if (age < -MaximumLead)
                return (ReferenceFinding.Forged, null);
            return age <= MaximumAge ? (ReferenceFinding.Valid, read) : (ReferenceFinding.Expired, null);
        }
        catch (CryptographicException)
        {
            return (ReferenceFinding.Forged, null);
        }
    }
}
