using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Api;

/// <summary>The last booking of a page by its place in the order; opaque to the caller.</summary>
internal sealed record BookingCursor(long Ticks, int Id)
{
    public static BookingCursor Of(Booking booking) => new(booking.CreatedAt.UtcTicks, booking.Id);

    public bool IsBefore(Booking booking) => (Ticks, Id).CompareTo((booking.CreatedAt.UtcTicks, booking.Id)) < 0;

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Ticks}:{Id}")));

    public static BookingCursor? TryParse(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(':');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new BookingCursor(ticks, id)
                : null;
    }
}
