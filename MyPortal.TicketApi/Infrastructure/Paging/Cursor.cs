using System.Buffers.Binary;
using System.Buffers.Text;

namespace MyPortal.TicketApi.Infrastructure.Paging;

/// <summary>
/// Where a page ended: the sort key of its last row. Opaque to clients. It decides where to read on and never what may be read,
/// so it needs no signature.
/// </summary>
internal sealed record Cursor(DateTimeOffset At, Guid Id)
{
    private const int Size = sizeof(long) + 16;

    public string Encode()
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(bytes, At.UtcTicks);
        Id.TryWriteBytes(bytes[sizeof(long)..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null for anything that <see cref="Encode"/> has not made.</summary>
    public static Cursor? Decode(string text)
    {
        if (text.Length != Base64Url.GetEncodedLength(Size) || !Base64Url.IsValid(text, out var size) || size != Size)
            return null;
        var bytes = Base64Url.DecodeFromChars(text).AsSpan();
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return ticks < DateTimeOffset.MinValue.Ticks || ticks > DateTimeOffset.MaxValue.Ticks
            ? null
            : new Cursor(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[sizeof(long)..Size]));
    }
}
