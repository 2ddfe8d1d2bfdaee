using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MyPortal.TicketApi.Mail;

/// <summary>What an unsubscribe link ends: this person's watching of this ticket or, with <paramref name="Reminders"/>, all their reminders.</summary>
internal sealed record Subscription(Guid PersonId, Guid TicketId, bool Reminders);

/// <summary>Makes and reads the tokens of unsubscribe links: authenticated, so nobody can end what is not theirs, and good for as long as mails are kept.</summary>
public sealed class UnsubscribeTokens(IDataProtectionProvider protection)
{
    private const int Size = 1 + 16 + 16;

    private readonly IDataProtector _protector = protection.CreateProtector("MyPortal.Unsubscribe.v1");

    internal string Create(Subscription subscription)
    {
        var bytes = new byte[Size];
        bytes[0] = subscription.Reminders ? (byte)1 : (byte)0;
        subscription.PersonId.TryWriteBytes(bytes.AsSpan(1));
        subscription.TicketId.TryWriteBytes(bytes.AsSpan(17));
        return Base64Url.EncodeToString(_protector.Protect(bytes));
    }

    /// <summary>Null for anything not made by <see cref="Create"/>.</summary>
    internal Subscription? Read(string token)
    {
        if (token.Length is 0 or > 500 || !Base64Url.IsValid(token))
            return null;
        try
        {
            var bytes = _protector.Unprotect(Base64Url.DecodeFromChars(token));
            return bytes.Length == Size ? new(new Guid(bytes[1..17]), new Guid(bytes[17..33]), bytes[0] == 1) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
