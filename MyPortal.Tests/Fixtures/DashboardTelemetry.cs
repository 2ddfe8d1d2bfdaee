using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MyPortal.Tests.Fixtures;

/// <summary>Traces as the Aspire dashboard received them (its <c>/api/telemetry</c>, OTLP JSON).</summary>
public sealed class DashboardTelemetry(DistributedApplication app)
{
    /// <summary>The spans of a trace, as soon as they satisfy the condition; services export every few seconds.</summary>
    public async Task<IReadOnlyList<Span>> TraceAsync(string traceId, Func<IReadOnlyList<Span>, bool> isComplete, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = new((await app.GetDashboardUrlAsync(ct)).GetLeftPart(UriPartial.Authority)) };
        // The AppHost makes up the key; the dashboard wants it even where its pages are open to all.
        client.DefaultRequestHeaders.Add("X-API-Key", app.Services.GetRequiredService<IConfiguration>()["AppHost:DashboardApiKey"]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limits.Moment);
        IReadOnlyList<Span> spans = [];
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        try
        {
            do
            {
                spans = await ReadAsync(client, traceId, limit.Token);
                if (isComplete(spans))
                    return spans;
            }
            while (await every.WaitForNextTickAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
        }
        throw new InvalidOperationException($"The trace {traceId} did not become complete. It has:\n{string.Join('\n', spans)}");
    }

    private static async Task<IReadOnlyList<Span>> ReadAsync(HttpClient client, string traceId, CancellationToken ct)
    {
        using var response = await client.GetAsync($"/api/telemetry/traces/{traceId}", ct);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return [];
        response.EnsureSuccessStatusCode();
        using var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(ct), default, ct);
        return [.. Find(document.RootElement, "resourceSpans").SelectMany(resource => SpansOf(resource.ReadAs<OtlpResourceSpans>()))];
    }

    private static IEnumerable<Span> SpansOf(OtlpResourceSpans resource)
    {
        var service = Read(resource.Resource.Attributes).GetValueOrDefault("service.name", "");
        return from scope in resource.ScopeSpans
               from span in scope.Spans
               select new Span(
                   service, span.Name, span.SpanId, span.ParentSpanId, scope.Scope?.Name ?? "", span.StartTimeUnixNano, span.EndTimeUnixNano,
                   Read(span.Attributes), [.. (span.Links ?? []).Select(link => link.TraceId)]);
    }

    private static IEnumerable<JsonElement> Find(JsonElement element, string property) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty(property, out var found) => found.EnumerateArray(),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(child => Find(child.Value, property)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(child => Find(child, property)),
        _ => [],
    };

    private static Dictionary<string, string> Read(IReadOnlyList<OtlpAttribute>? attributes) =>
        (attributes ?? []).GroupBy(attribute => attribute.Key).ToDictionary(
            group => group.Key,
            group => group.First().Value.Values.Select(value => value.ToString()).FirstOrDefault(""));

    // OTLP leaves out what is empty, and writes 64-bit numbers as text.
    private sealed record OtlpResourceSpans(OtlpResource Resource, IReadOnlyList<OtlpScopeSpans> ScopeSpans);

    private sealed record OtlpResource(IReadOnlyList<OtlpAttribute>? Attributes = null);

    private sealed record OtlpScopeSpans(IReadOnlyList<OtlpSpan> Spans, OtlpScope? Scope = null);

    private sealed record OtlpScope(string? Name = null);

    private sealed record OtlpSpan(
        string Name, string SpanId,
        [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] decimal StartTimeUnixNano,
        [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] decimal EndTimeUnixNano,
        string? ParentSpanId = null, IReadOnlyList<OtlpAttribute>? Attributes = null, IReadOnlyList<OtlpLink>? Links = null);

    /// <summary>The value stands under the name of its type.</summary>
    private sealed record OtlpAttribute(string Key, IReadOnlyDictionary<string, JsonElement> Value);

    private sealed record OtlpLink(string TraceId);
}

/// <summary>One span. <paramref name="Source"/> is the instrumentation that made it; <paramref name="Links"/> are ids of other traces.</summary>
public sealed record Span(
    string Service, string Name, string Id, string? ParentId, string Source, decimal Start, decimal End, IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<string> Links)
{
    public decimal Milliseconds => (End - Start) / 1_000_000m;

    public bool IsPostgres => Source == "Npgsql";

    public bool IsRedis => Source.Contains("Redis", StringComparison.Ordinal);

    public override string ToString() =>
        $"{Service}: {Name} ({Milliseconds:0.0} ms) {string.Join(", ", Attributes.Select(attribute => $"{attribute.Key}={attribute.Value}"))}";
}
