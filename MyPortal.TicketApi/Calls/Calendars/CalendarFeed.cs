using System.Security.Cryptography;
using System.Text;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Calls.Calendars;

/// <summary>A technician's own calendar address. Whoever knows it reads the calendar, so only its hash is kept.</summary>
internal sealed class CalendarFeed
{
    public Guid PersonId { get; init; }
    public required byte[] TokenHash { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>256 random bits, URL-safe.</summary>
    public static string NewToken() => RandomToken.Create(32);

    /// <summary>The token has no less entropy than its hash, so a plain one will do.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
