using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Mime;
using Microsoft.Extensions.Options;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>Sends once, follows no redirect, never tries again (Cal.com's <c>WebhookService.ts</c> only logs a failure), and logs what came of it.</summary>
internal sealed class DeliverySender(IOptions<DeliveryOptions> options, DeliveryLog log) : IDisposable
{
    private static readonly ActivitySource Source = new("MyPortal.CalComStandIn");

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // The request has its span, but Cal.com hands its trace on to nobody.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    })
    {
        Timeout = options.Value.Timeout,
    };

    public async Task<LoggedDelivery> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        using var span = Source.StartActivity("webhook deliver", ActivityKind.Internal, delivery.Cause);
        span?.SetTag("webhook.event", delivery.Event).SetTag("booking.uid", delivery.Uid);
        try
        {
            using var request = NewRequest(delivery);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return log.Add(delivery, DeliveryOutcome.Answered, (int)response.StatusCode);
        }
        catch (HttpRequestException)
        {
            return log.Add(delivery, DeliveryOutcome.Failed);
        }
        catch (OperationCanceledException)
        {
            return log.Add(delivery, cancellationToken.IsCancellationRequested ? DeliveryOutcome.Failed : DeliveryOutcome.TimedOut);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage NewRequest(Delivery delivery)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = new ByteArrayContent(delivery.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        foreach (var (name, value) in delivery.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
