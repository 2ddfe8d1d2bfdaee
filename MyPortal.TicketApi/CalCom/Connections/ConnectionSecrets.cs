using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.CalCom.Connections;

/// <summary>
/// What a connection keeps secret, encrypted with keys that lie in ticketdb, so that every replica can read it. Webhook secrets and API keys
/// have purposes of their own: one cannot be passed off as the other.
/// </summary>
internal sealed class ConnectionSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _secrets = protection.CreateProtector("MyPortal.CalComConnection.Secret.v1");
    private readonly IDataProtector _apiKeys = protection.CreateProtector("MyPortal.CalComConnection.ApiKey.v1");

    /// <summary>An id that nobody can guess: 192 random bits in 32 URL-safe characters.</summary>
    public static string NewId() => RandomToken.Create(24);

    /// <summary>A new webhook secret: 256 random bits in 43 URL-safe characters.</summary>
    public static string NewSecret() => RandomToken.Create(32);

    public string ProtectSecret(string secret) => _secrets.Protect(secret);

    public string ProtectApiKey(string apiKey) => _apiKeys.Protect(apiKey);

    /// <summary>The secret to sign with now.</summary>
    /// <exception cref="CryptographicException">The key that it was encrypted with is lost.</exception>
    public string Secret(CalComConnection connection) => _secrets.Unprotect(connection.SecretProtected);

    /// <summary>Null when there is none, or none that can be decrypted any more: it must be entered again.</summary>
    public string? ApiKey(CalComConnection connection) =>
        connection.ApiKeyProtected is { } key ? Readable(_apiKeys, key) : null;

    /// <summary>What a delivery may be signed with at that moment: two secrets for a while after a rotation, one otherwise.</summary>
    public IReadOnlyList<string> Accepted(CalComConnection connection, DateTimeOffset at)
    {
        var previous = connection.PreviousSecretValidUntil > at ? connection.PreviousSecretProtected : null;
        return [.. new[] { connection.SecretProtected, previous }.OfType<string>().Select(secret => Readable(_secrets, secret)).OfType<string>()];
    }

    private static string? Readable(IDataProtector protector, string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
