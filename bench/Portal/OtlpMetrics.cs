using System.Buffers.Binary;
using System.Text;

namespace MyPortal.Bench.Portal;

/// <summary>
/// Just enough protobuf to find one integer counter in an <c>ExportMetricsServiceRequest</c>. Field numbers are those of
/// opentelemetry-proto's <c>metrics.proto</c>.
/// </summary>
internal static class OtlpMetrics
{
    public static long? Find(ReadOnlyMemory<byte> request, string name) => (
        from resource in Messages(request, 1)
        from scope in Messages(resource, 2)
        from metric in Messages(scope, 2)
        where Messages(metric, 1).Any(text => Encoding.UTF8.GetString(text.Span) == name)
        from sum in Messages(metric, 7)
        from point in Messages(sum, 1)
        from value in Fields(point).Where(field => field.Number == 6)
        select (long?)BinaryPrimitives.ReadInt64LittleEndian(value.Content.Span)).FirstOrDefault();

    private static IEnumerable<ReadOnlyMemory<byte>> Messages(ReadOnlyMemory<byte> message, int number) =>
        Fields(message).Where(field => field.Number == number).Select(field => field.Content);

    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Content)> Fields(ReadOnlyMemory<byte> message)
    {
        while (!message.IsEmpty)
        {
            var key = Varint(ref message);
            var length = (key & 7) switch
            {
                0 => VarintLength(message),
                1 => 8,
                2 => (int)Varint(ref message),
                _ => 4,
            };
            yield return ((int)(key >> 3), message[..length]);
            message = message[length..];
        }
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> message)
    {
        var value = 0UL;
        var length = VarintLength(message);
        for (var index = 0; index < length; index++)
            value |= (ulong)(message.Span[index] & 0x7F) << (7 * index);
        message = message[length..];
        return value;
    }

    private static int VarintLength(ReadOnlyMemory<byte> message) => 1 + message.Span.IndexOfAnyInRange((byte)0, (byte)0x7F);
}
