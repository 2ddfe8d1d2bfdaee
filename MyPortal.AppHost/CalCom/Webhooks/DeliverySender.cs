using System.Net.Http.Headers;
using System.Net.Mime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MyPortal.AppHost.CalCom.Webhooks;

internal sealed class DeliveryOptions
{
    /// <summary>How long a subscriber may take to answer.</summary>
    [ConfigurationKeyName("delivery-time-limit")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Sends once, follows no redirect, never tries again, and logs what came of it.</summary>
internal sealed class DeliverySender(IOptions<DeliveryOptions> options, DeliveryLog log) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // Between Cal.com and its subscribers no trace is handed on.
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = options.Value.TimeLimit,
    };

    public async Task<LoggedDelivery> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = new ByteArrayContent(delivery.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        foreach (var (name, value) in delivery.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        try
        {
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
}
