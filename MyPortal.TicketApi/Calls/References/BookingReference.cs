using System.Buffers.Binary;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace MyPortal.TicketApi.Calls.References;

/// <summary>
/// What a booking made from a ticket page carries back to us, and nobody else can read or make: which ticket, who looked at the page
/// and when, and the trace of that look.
/// </summary>
/// <param name="TicketId">The ticket that the call is about.</param>
/// <param name="ReaderId">The signed-in person whom the page was made for.</param>
/// <param name="IssuedAt">When the page was made, to the millisecond.</param>
/// <param name="TraceParent">W3C <c>traceparent</c> of the request that made it, when it was traced.</param>
internal sealed record BookingReference(Guid TicketId, Guid ReaderId, DateTimeOffset IssuedAt, string? TraceParent)
{
    // Fixed binary layout: the whole token stays near 220 characters, well below the 500 that Cal.com allows for a metadata value.
    private const byte Layout = 1;
    private const int Untraced = 1 + 16 + 16 + sizeof(long);
    private const int Traced = Untraced + 16 + 8 + 1;

    internal byte[] ToBytes()
    {
        var trace = TraceParent is not null && ActivityContext.TryParse(TraceParent, null, out var context) ? context : default;
        var bytes = new byte[trace == default ? Untraced : Traced];
        bytes[0] = Layout;
        TicketId.TryWriteBytes(bytes.AsSpan(1));
        ReaderId.TryWriteBytes(bytes.AsSpan(17));
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(33), IssuedAt.ToUnixTimeMilliseconds());
        if (trace != default)
        {
            trace.TraceId.CopyTo(bytes.AsSpan(Untraced, 16));
            trace.SpanId.CopyTo(bytes.AsSpan(Untraced + 16, 8));
            bytes[^1] = (byte)trace.TraceFlags;
        }
        return bytes;
    }

    internal static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out BookingReference? reference)
    {
        reference = null;
        if (bytes.Length is not (Untraced or Traced) || bytes[0] != Layout)
            return false;
        var traceParent = bytes.Length == Traced
            ? $"00-{ActivityTraceId.CreateFromBytes(bytes.Slice(Untraced, 16))}-{ActivitySpanId.CreateFromBytes(bytes.Slice(Untraced + 16, 8))}-{bytes[^1]:x2}"
            : null;
        reference = new BookingReference(new Guid(bytes[1..17]), new Guid(bytes[17..33]),
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes[33..])), traceParent);
        return true;
    }
}
