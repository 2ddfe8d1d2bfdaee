using System.Diagnostics;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;

namespace MyPortal.Tests.BookingLinks;

/// <summary>What an SRE reads about a lookup.</summary>
public sealed class BookingLinkTraceTests(PortalFixture fixture)
{
    [Fact]
    public async Task A_hit_is_one_redis_command_and_no_database()
    {
        var spans = await TraceOfAsync("hit");
        spans.Count(span => span.IsRedis).ShouldBe(1);
        spans.ShouldNotContain(span => span.IsPostgres);
    }

    [Fact]
    public async Task A_miss_reads_the_database_once()
    {
        var spans = await TraceOfAsync("miss");
        spans.Count(span => span.IsPostgres).ShouldBe(1);
        spans.ShouldContain(span => span.IsRedis);
    }

    // A machine too busy to ask Redis in time bypasses it: then once more.
    private async Task<IReadOnlyList<Span>> TraceOfAsync(string outcome) =>
        (await Eventually.GetAsync(() => TryTraceAsync(outcome), spans => spans is not null))!;

    private async Task<IReadOnlyList<Span>?> TryTraceAsync(string outcome)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync("technician");
        using var client = await lab.SignedInClientAsync(person);
        if (outcome == "hit")
            await client.ReadUntilHitAsync(person.Id);

        var traceId = ActivityTraceId.CreateRandom().ToHexString();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/technicians/{person.Id}/booking-link");
        request.Headers.Add("traceparent", $"00-{traceId}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        using var response = await client.SendAsync(request, cancellationToken);
        var cache = response.Headers.GetValues("X-Booking-Cache").Single();
        if (cache == "bypass")
            return null;
        cache.ShouldBe(outcome);

        var spans = await fixture.Telemetry.TraceAsync(traceId, received => received.Any(span => span.IsRedis) && received.Any(IsServer), cancellationToken);
        spans.Single(IsServer).Attributes.ShouldContainKeyAndValue("booking.cache", outcome);
        spans.ShouldAllBe(span => !span.ToString().Contains(person.Email!, StringComparison.OrdinalIgnoreCase));
        return spans;
    }

    private static bool IsServer(Span span) => span.Source == "Microsoft.AspNetCore";
}
