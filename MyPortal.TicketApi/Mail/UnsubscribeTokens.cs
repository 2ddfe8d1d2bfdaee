using Microsoft.AspNetCore.DataProtection;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Mail;

/// <summary>What an unsubscribe link ends: this person's watching of this ticket or, with <paramref name="Reminders"/>, all their reminders.</summary>
internal sealed record Subscription(Guid PersonId, Guid TicketId, bool Reminders);

/// <summary>Makes and reads the tokens of unsubscribe links: authenticated, so nobody can end what is not theirs, and good for as long as mails are kept.</summary>
public sealed class UnsubscribeTokens(IDataProtectionProvider protection)
{
    private const int Size = 1 + 16 + 16;

    private readonly ProtectedToken _tokens = new(protection, "MyPortal.Unsubscribe.v1");

    internal string Create(Subscription subscription)
    {
        var bytes = new byte[Size];
        bytes[0] = subscription.Reminders ? (byte)1 : (byte)0;
        subscription.PersonId.TryWriteBytes(bytes.AsSpan(1));
        subscription.TicketId.TryWriteBytes(bytes.AsSpan(17));
        return _tokens.Protect(bytes);
    }

    /// <summary>Null for anything not made by <see cref="Create"/>.</summary>
    internal Subscription? Read(string token) =>
        _tokens.Unprotect(token) is { Length: Size } bytes ? new(new Guid(bytes[1..17]), new Guid(bytes[17..33]), bytes[0] == 1) : null;
}
