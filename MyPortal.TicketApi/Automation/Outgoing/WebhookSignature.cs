using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MyPortal.TicketApi.Automation.Outgoing;

/// <summary>
/// Proves to a receiver that a webhook is ours and how old it is: <c>t</c> is the time of sending in Unix seconds, <c>v1</c> the HMAC-SHA256, in
/// lower-case hexadecimal, of <c>t</c>, a dot, and the body's bytes, with the rule's secret as UTF-8.
/// </summary>
internal static class WebhookSignature
{
    public const string Header = "X-MyPortal-Signature";

    public static string Create(string secret, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(time + "."));
        hmac.AppendData(body);
        return $"t={time},v1={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
