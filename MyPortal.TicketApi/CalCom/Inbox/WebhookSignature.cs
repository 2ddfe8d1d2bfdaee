using System.Security.Cryptography;
using System.Text;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>
/// Cal.com's <c>X-Cal-Signature-256</c>: HMAC-SHA256 in lower-case hex, key is the secret as UTF-8, text is the raw body. It holds no time, so
/// an old delivery can be sent again by whoever has seen it; that is harmless, because a delivery counts once.
/// </summary>
internal static class WebhookSignature
{
    public const string Header = "X-Cal-Signature-256";

    /// <summary>What Cal.com sends in place of a signature when its webhook has no secret.</summary>
    public const string NoSecret = "no-secret-provided";

    private const int Length = 2 * HMACSHA256.HashSizeInBytes;

    /// <param name="signature">The header as it came; any text or null.</param>
    /// <param name="secrets">All that are valid now: two for a while after the secret was changed.</param>
    public static bool IsValid(ReadOnlySpan<byte> body, string? signature, IEnumerable<string> secrets)
    {
        if (signature is null || signature.Length != Length || signature == NoSecret)
            return false;
        Span<byte> given = stackalloc byte[Length];
        if (!Encoding.ASCII.TryGetBytes(signature, given, out var written) || written != Length)
            return false;

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var valid = false;
        foreach (var secret in secrets.Where(secret => secret.Length > 0))
        {
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, mac);
            var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(mac));
            // Every secret is tried, so that the time does not tell which one matched.
            valid |= CryptographicOperations.FixedTimeEquals(expected, given);
        }
        return valid;
    }
}
