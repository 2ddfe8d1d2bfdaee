using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Shared;
using MyPortal.Tests.Tickets;
using MyPortal.Tests.Webhooks;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Tracing;

/// <summary>From a webhook's trace to the trace of the page that the booking began on, although Cal.com lies between and passes on none.</summary>
public sealed class WebhookTraceTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processing_links_to_the_webhook_and_to_the_page_and_says_nothing_of_people()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var (number, _) = await portal.BookableTicketAsync();
        var (page, webhook) = (NewTrace(), NewTrace());
        using var read = new HttpRequestMessage(HttpMethod.Get, $"/api/tickets/{number}");
        read.Headers.Add("traceparent", $"00-{page}-00f067aa0ba902b7-01");
        using var answer = await robin.SendAsync(read, Stop);
        var messages = new CalComMessages((await answer.ReadStrictlyAsync<TicketDetail>()).BookingReference.ShouldNotBeNull(), Demo.Robin.Email);
        var uid = Guid.NewGuid().ToString("n");
        var body = messages.Created(uid, CalComMessages.Day);

        using var accepted = await account.SendAsync(body, CalComAccount.Sign(body, account.Secret), $"00-{webhook}-00f067aa0ba902b7-01");

        var spans = await portal.Telemetry.TraceAsync(webhook, spans => spans.Any(span => span.Name == "webhook process"), Stop);
        var process = spans.Single(span => span.Name == "webhook process");
        process.Links.ShouldBe([webhook, page], ignoreOrder: true);
        process.Attributes["booking.uid"].ShouldBe(uid);
        process.Attributes["webhook.event"].ShouldBe("BOOKING_CREATED");
        process.Attributes["webhook.state"].ShouldBe("processed");
        Guid.TryParse(process.Attributes["ticket.id"], out _).ShouldBeTrue();
        var everything = string.Join('\n', spans);
        foreach (var secret in (string[])["robin", "Alex Example", "sam.host", "30min between", messages.Reference!])
            everything.ShouldNotContain(secret, Case.Insensitive);
    }

    private static string NewTrace() => Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
}
