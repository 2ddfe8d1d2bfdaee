using System.Net;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Calendars;

/// <summary>Whoever knows such an address may read or end something, so traces must not show it.</summary>
public sealed class SecretAddressTests(PortalFixture portal)
{
    [Theory]
    [InlineData("/calendars/the-secret.ics")]
    [InlineData("/unsubscribe/the-secret")]
    public async Task An_address_that_holds_a_secret_is_in_no_span(string path)
    {
        var traceId = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
        using var anonymous = portal.CreateClient("ticketapi");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("traceparent", $"00-{traceId}-00f067aa0ba902b7-01");
        using var response = await anonymous.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var spans = await portal.Telemetry.TraceAsync(
            traceId, spans => spans.Any(span => span.Attributes.ContainsKey("url.path")), TestContext.Current.CancellationToken);

        spans.SelectMany(span => span.Attributes.Values.Append(span.Name)).ShouldNotContain(value => value.Contains("the-secret", StringComparison.Ordinal));
    }
}
