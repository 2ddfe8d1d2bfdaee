using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>The stand-in as the AppHost runs it beside the portal.</summary>
public sealed class StandInResourceTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_runs_with_the_portal()
    {
        using var http = portal.CreateClient("calcom");

        (await http.GetStringAsync("/", Stop)).ShouldContain("Cal.com stand-in");
        (await http.GetStringAsync("/embed/embed.js", Stop)).ShouldContain("__iframeReady");
    }

    [Fact]
    public async Task A_booking_and_its_delivery_stand_in_one_trace_that_names_nobody_and_goes_no_further()
    {
        await using var subscriber = await Subscriber.StartAsync();
        using var http = portal.CreateClient("calcom");
        var host = new StandInHost(http);
        await host.SubscribeAsync(subscriber.Url);
        var trace = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
        http.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
        var uid = await host.BookedUidAsync();

        var spans = await portal.Telemetry.TraceAsync(trace, spans => spans.Count >= 3, Stop);

        spans.ShouldAllBe(span => span.Service == "calcom");
        var booked = spans.Single(span => span.Name == "POST /_stand-in/bookings/{user}/{slug}");
        var delivered = spans.Single(span => span.Name == "webhook deliver");
        delivered.ParentId.ShouldBe(booked.Id);
        delivered.Attributes["webhook.event"].ShouldBe("BOOKING_CREATED");
        delivered.Attributes["booking.uid"].ShouldBe(uid);
        spans.Single(span => span.ParentId == delivered.Id).Attributes["http.response.status_code"].ShouldBe("202");
        var everything = string.Join('\n', spans);
        foreach (var secret in (string[])[host.User, "ticket-call", "secret-path", "casey", "4711"])
            everything.ShouldNotContain(secret, Case.Insensitive);
        (await subscriber.NextAsync()).Headers.ShouldNotContainKey("traceparent");
    }
}
