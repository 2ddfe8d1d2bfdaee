using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using MyPortal.TicketApi.Automation.Actions;

namespace MyPortal.TicketApi.Automation.Outgoing;

/// <summary>
/// Posts webhooks to where rules say, and to nowhere that the rule's author could not reach from outside: the host's addresses are looked at when
/// connecting, and connected to as they are, so that a name cannot change its mind in between. No proxy, no redirects, no cookies; at most 10 s.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    public const int MaxBytes = 64 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly OutgoingAddresses _addresses;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    /// <param name="addresses">Where they may go.</param>
    /// <param name="clock">Measures the time that a receiver has.</param>
    /// <param name="resolve">Looks up a host's addresses: by DNS when left out.</param>
    public WebhookSender(OutgoingAddresses addresses, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        _addresses = addresses;
        _clock = clock;
        _resolve = resolve ?? Dns.GetHostAddressesAsync;
        // Not from the factory: service discovery would know names that are none outside.
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            MaxResponseHeadersLength = MaxBytes / 1024,
            ConnectCallback = ConnectAsync,
            // No span of its own, because that would hold the address, which may hold a receiver's token; and no trace ids for strangers.
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("MyPortal", "1"));
    }

    /// <param name="delivery">The same for each attempt at one action, for receivers to do their work once.</param>
    /// <exception cref="ActionRefusedException">The address may not be called.</exception>
    /// <exception cref="WebhookFailedException">Not reached in time, or not answered with 2xx.</exception>
    public async Task SendAsync(Uri url, byte[] body, string signature, Guid delivery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(WebhookSignature.Header, signature);
        request.Headers.Add("X-MyPortal-Delivery", delivery.ToString());
        using var late = new CancellationTokenSource(Timeout, _clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            // What it says beyond its status is of no interest, and not read.
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
            if (!response.IsSuccessStatusCode)
                throw new WebhookFailedException($"The receiver answered {(int)response.StatusCode}.");
        }
        catch (HttpRequestException refused) when (refused.InnerException is AddressRefusedException)
        {
            throw new ActionRefusedException(refused.InnerException.Message);
        }
        catch (HttpRequestException failure)
        {
            throw new WebhookFailedException($"The receiver could not be reached ({failure.HttpRequestError}).", failure);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new WebhookFailedException($"The receiver did not answer within {Timeout.TotalSeconds:0} seconds.", failure);
        }
    }

    public void Dispose() => _http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var found = await _resolve(context.DnsEndPoint.Host, cancellationToken);
        // One bad address among good ones is a trick, not a slip.
        if (found.Length == 0 || !found.All(_addresses.MayConnectTo))
            throw new AddressRefusedException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
