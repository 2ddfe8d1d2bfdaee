using System.Buffers.Text;
using System.Security.Cryptography;

namespace MyPortal.TicketApi.Infrastructure;

internal static class RandomToken
{
    /// <summary>URL-safe text that nobody can guess, of so many random bytes: 24 give 32 characters, 32 give 43.</summary>
    public static string Create(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
