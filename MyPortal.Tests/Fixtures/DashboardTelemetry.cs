using System.Net;
using System.Text.Json;
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
        return [.. Find(document.RootElement, "resourceSpans").SelectMany(SpansOf)];
    }

    private static IEnumerable<Span> SpansOf(JsonElement resource)
    {
        var service = Attributes(resource.GetProperty("resource")).GetValueOrDefault("service.name", "");
        return from scope in resource.GetProperty("scopeSpans").EnumerateArray()
               from span in scope.GetProperty("spans").EnumerateArray()
               select new Span(
                   service,
                   span.GetProperty("name").GetString()!,
                   span.GetProperty("spanId").GetString()!,
                   span.TryGetProperty("parentSpanId", out var parent) ? parent.GetString() : null,
                   scope.TryGetProperty("scope", out var source) && source.TryGetProperty("name", out var name) ? name.GetString()! : "",
                   Nanoseconds(span, "startTimeUnixNano"),
                   Nanoseconds(span, "endTimeUnixNano"),
                   Attributes(span),
                   Links(span));
    }

    private static IEnumerable<JsonElement> Find(JsonElement element, string property) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty(property, out var found) => found.EnumerateArray(),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(child => Find(child.Value, property)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(child => Find(child, property)),
        _ => [],
    };

    private static Dictionary<string, string> Attributes(JsonElement element) =>
        element.TryGetProperty("attributes", out var attributes)
            ? attributes.EnumerateArray().GroupBy(attribute => attribute.GetProperty("key").GetString()!).ToDictionary(
                group => group.Key,
                group => group.First().GetProperty("value").EnumerateObject().Select(value => value.Value.ToString()).FirstOrDefault(""))
            : [];

    private static List<string> Links(JsonElement span) =>
        span.TryGetProperty("links", out var links) ? [.. links.EnumerateArray().Select(link => link.GetProperty("traceId").GetString()!)] : [];

    private static decimal Nanoseconds(JsonElement span, string property) =>
        decimal.Parse(span.GetProperty(property).ToString(), System.Globalization.CultureInfo.InvariantCulture);
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
