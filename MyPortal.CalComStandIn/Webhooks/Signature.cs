using System.Security.Cryptography;
using System.Text;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>As Cal.com signs (<c>sendPayload.ts</c>): without time stamp and delivery id, and with these words where there is no secret.</summary>
internal static class Signature
{
    public const string Header = "X-Cal-Signature-256";
    public const string NoSecret = "no-secret-provided";
    public const string VersionHeader = "X-Cal-Webhook-Version";
    public const string Version = "2021-10-20";

    /// <summary>HMAC-SHA256 of the raw bytes in lowercase hexadecimal; of the UTF-8 secret.</summary>
    public static string Of(ReadOnlySpan<byte> body, string? secret) =>
        string.IsNullOrEmpty(secret) ? NoSecret : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
