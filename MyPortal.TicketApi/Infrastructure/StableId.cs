using System.Security.Cryptography;
using System.Text;

namespace MyPortal.TicketApi.Infrastructure;

/// <summary>The same id for the same thing, whoever makes it and however often: a repeated write then meets the first.</summary>
internal static class StableId
{
    /// <summary>A UUID of version 8 (RFC 9562) from the parts.</summary>
    public static Guid Of(params ReadOnlySpan<object?> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.ToArray()))).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
