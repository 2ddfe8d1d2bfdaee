using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MyPortal.Tests.Fixtures;

/// <summary>Takes the metrics that a service exports (OTLP over HTTP), so that tests see what an operator would.</summary>
internal sealed class MetricReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<(string Name, string Tags), Measured> _latest = new();

    private MetricReceiver(WebApplication app) => _app = app;

    /// <summary>With <c>/v1/metrics</c> for <c>OTEL_EXPORTER_OTLP_METRICS_ENDPOINT</c>; the protocol is <c>http/protobuf</c>.</summary>
    public string Url => _app.Urls.Single();

    public static async Task<MetricReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new MetricReceiver(app);
        app.MapPost("/v1/metrics", receiver.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>The latest values of a metric that have all these attributes.</summary>
    public IReadOnlyList<Measured> Of(string name, params (string Key, string Value)[] tags) =>
        [.. _latest.Values.Where(measured => measured.Name == name && tags.All(tag => measured.Tags.GetValueOrDefault(tag.Key) == tag.Value))];

    /// <summary>The sum of a counter, or the number of measurements of a histogram.</summary>
    public double Count(string name, params (string Key, string Value)[] tags) => Of(name, tags).Sum(measured => measured.Count);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        foreach (var measured in Read(ByteString.CopyFrom(body.ToArray())))
            _latest[(measured.Name, string.Join(' ', measured.Tags.OrderBy(tag => tag.Key)))] = measured;
    }

    // Numbers of fields: opentelemetry/proto/metrics/v1/metrics.proto.
    private static IEnumerable<Measured> Read(ByteString request) =>
        from resource in Messages(request, 1)
        from scope in Messages(resource, 2)
        from metric in Messages(scope, 2)
        let name = Messages(metric, 1).Single().ToStringUtf8()
        from measured in Messages(metric, 5).Concat(Messages(metric, 7)).SelectMany(data => Messages(data, 1)).Select(point => Number(name, point))
            .Concat(Messages(metric, 9).SelectMany(data => Messages(data, 1)).Select(point => Histogram(name, point)))
        select measured;

    private static Measured Number(string name, ByteString point)
    {
        var value = Bits(point, 4) is { } real ? BitConverter.UInt64BitsToDouble(real) : (long)(Bits(point, 6) ?? 0);
        return new Measured(name, value, value, Tags(point, 7));
    }

    private static Measured Histogram(string name, ByteString point) =>
        new(name, BitConverter.UInt64BitsToDouble(Bits(point, 5) ?? 0), Bits(point, 4) ?? 0, Tags(point, 9));

    private static Dictionary<string, string> Tags(ByteString point, int field) => Messages(point, field).ToDictionary(
        tag => Messages(tag, 1).Single().ToStringUtf8(),
        tag => Messages(tag, 2).SelectMany(value => Messages(value, 1)).FirstOrDefault(ByteString.Empty).ToStringUtf8());

    private static IEnumerable<ByteString> Messages(ByteString message, int field) =>
        Fields(message).Where(one => one.Field == field).Select(one => one.Bytes).OfType<ByteString>();

    private static ulong? Bits(ByteString message, int field) => Fields(message).FirstOrDefault(one => one.Field == field).Bits;

    private static List<(int Field, ulong? Bits, ByteString? Bytes)> Fields(ByteString message)
    {
        var fields = new List<(int, ulong?, ByteString?)>();
        var input = message.CreateCodedInput();
        while (input.ReadTag() is var tag and not 0)
        {
            fields.Add(WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.LengthDelimited => (WireFormat.GetTagFieldNumber(tag), null, input.ReadBytes()),
                WireFormat.WireType.Fixed64 => (WireFormat.GetTagFieldNumber(tag), input.ReadFixed64(), null),
                WireFormat.WireType.Fixed32 => (WireFormat.GetTagFieldNumber(tag), input.ReadFixed32(), null),
                _ => (WireFormat.GetTagFieldNumber(tag), input.ReadUInt64(), null),
            });
        }
        return fields;
    }
}

/// <summary>A value as it was exported last. Of a histogram, <paramref name="Value"/> is the sum and <paramref name="Count"/> how many went into it.</summary>
internal sealed record Measured(string Name, double Value, double Count, IReadOnlyDictionary<string, string> Tags);
