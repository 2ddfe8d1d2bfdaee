using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Automation.Outgoing;

/// <summary>Makes the secrets of rules' webhooks and keeps them encrypted at rest. Only their maker ever shows one, once.</summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("MyPortal.AutomationWebhookSecret.v1");

    /// <summary>256 random bits, and how they are kept.</summary>
    public (string Secret, string Kept) Create()
    {
        var secret = "mps_" + RandomToken.Create(32);
        return (secret, _protector.Protect(secret));
    }

    /// <exception cref="CryptographicException">The keys that encrypted it are gone.</exception>
    public string Read(string kept) => _protector.Unprotect(kept);
}
