using System.Net;
using System.Net.Http.Json;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;

namespace MyPortal.Tests.Events;

/// <summary>Events leave with the change and are handled after it, in the same trace.</summary>
public sealed class TicketEventTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opening_a_ticket_raises_an_event_that_is_handled_in_its_trace()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);

        await ShouldRaiseAsync(["ticket_created"], robin, "/api/tickets", new { subject = "Events", description = "Written by a test." });
    }

    [Fact]
    public async Task A_reply_that_takes_up_a_ticket_raises_two_events()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        (await tess.ChangeAsync(number, "status", new { status = "resolved" })).Dispose();

        await ShouldRaiseAsync(["replied", "status_changed"], robin, $"/api/tickets/{number}/replies", new { body = "It is back.", isInternal = false });
    }

    private async Task ShouldRaiseAsync(string[] kinds, HttpClient caller, string path, object body)
    {
        var traceId = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("traceparent", $"00-{traceId}-00f067aa0ba902b7-01");
        using var response = await caller.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);

        var spans = await portal.Telemetry.TraceAsync(traceId, spans => Kinds(spans).Count() >= kinds.Length, Stop);
        Kinds(spans).ShouldBe(kinds, ignoreOrder: true);
    }

    private static IEnumerable<string> Kinds(IEnumerable<Span> spans) =>
        spans.Select(span => span.Attributes.GetValueOrDefault("event.kind")).OfType<string>();
}
