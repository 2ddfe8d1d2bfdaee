using System.Collections.Concurrent;

namespace MyPortal.Bench.Portal;

/// <summary>
/// Takes what the services export by OTLP (http/protobuf), so that they pay for exporting as in production. All of it is dropped, except
/// how many bytes each runtime has allocated since its start.
/// </summary>
internal sealed class TelemetrySink(WebApplication app) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, long> _allocated = new();

    public string Address => app.Urls.Single();

    public static async Task<TelemetrySink> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var sink = new TelemetrySink(app);
        app.MapPost("/{service}/v1/{signal}", sink.ReceiveAsync);
        await app.StartAsync(cancellationToken);
        return sink;
    }

    /// <summary>Bytes allocated by a service, as it stands after everything that it has done up to now has been exported.</summary>
    public async Task<long> AllocatedAsync(string service, CancellationToken cancellationToken)
    {
        // Exported every second: the second report from now was surely measured after now.
        for (var seen = 0; seen < 2; seen++)
        {
            _allocated.TryRemove(service, out _);
            for (var tries = 0; !_allocated.ContainsKey(service); tries++)
            {
                if (tries == 200)
                    throw new TimeoutException($"{service} exports no metrics.");
                await Task.Delay(50, cancellationToken);
            }
        }
        return _allocated[service];
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> ReceiveAsync(string service, string signal, Stream body, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await body.CopyToAsync(content, cancellationToken);
        if (signal == "metrics" && OtlpMetrics.Find(content.GetBuffer().AsMemory(0, (int)content.Length), "dotnet.gc.heap.total_allocated") is { } bytes)
            _allocated[service] = bytes;
        return Results.Bytes([], "application/x-protobuf");
    }
}
