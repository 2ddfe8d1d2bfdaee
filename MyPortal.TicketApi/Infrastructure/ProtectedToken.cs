using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MyPortal.TicketApi.Infrastructure;

/// <summary>
/// Bytes as URL-safe text that only this portal can make or read: encrypted and authenticated with keys that lie in ticketdb, so that every
/// replica can.
/// </summary>
/// <param name="protection">Holds the keys.</param>
/// <param name="purpose">A token made for one purpose means nothing for another. Changing it voids all tokens that are out there.</param>
internal sealed class ProtectedToken(IDataProtectionProvider protection, string purpose)
{
    /// <summary>Far more than a token of ours has: what is longer is not worth decrypting.</summary>
    private const int MaxLength = 500;

    private readonly IDataProtector _protector = protection.CreateProtector(purpose);

    /// <summary>Differs each time, even for the same bytes.</summary>
    public string Protect(byte[] bytes) => Base64Url.EncodeToString(_protector.Protect(bytes));

    /// <summary>Null for anything not made by <see cref="Protect"/> for this purpose, and for what has been changed since.</summary>
    public byte[]? Unprotect(string token)
    {
        if (token.Length is 0 or > MaxLength || !Base64Url.IsValid(token))
            return null;
        try
        {
            return _protector.Unprotect(Base64Url.DecodeFromChars(token));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
