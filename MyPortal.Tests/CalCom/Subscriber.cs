using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>One delivery as it came: its bytes, and its headers.</summary>
internal sealed record Received(string Path, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>For its keys.</summary>
    public JsonElement Json { get; } = JsonDocument.Parse(Body).RootElement;

    /// <inheritdoc cref="Json"/>
    public JsonElement RawPayload => Json.GetProperty("payload");

    public string Event => As<Message>().TriggerEvent;

    public Payload Payload => As<Envelope<Payload>>().Payload;

    public T As<T>() where T : class => Json.ReadAs<T>();
}

/// <summary>A web site that receives webhooks, and answers 202 or what a test wants instead.</summary>
internal sealed class Subscriber : IAsyncDisposable
{
    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();
    private readonly WebApplication _app;

    private Subscriber(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            _received.Writer.TryWrite(new Received(context.Request.Path, body.ToArray(), headers));
            await answer(context);
        });
    }

    /// <summary>A path with a secret in it, as the portal's.</summary>
    public string Url => $"{_app.Urls.Single()}/webhooks/secret-path";

    public string Authority => new Uri(Url).Authority;

    public static async Task<Subscriber> StartAsync(Func<HttpContext, Task>? answer = null)
    {
        var subscriber = new Subscriber(answer ?? (context =>
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        }));
        await subscriber._app.StartAsync(TestContext.Current.CancellationToken);
        return subscriber;
    }

    /// <summary>The next delivery that comes or has come.</summary>
    public async Task<Received> NextAsync()
    {
        using var limit = Limits.After(Limits.Moment);
        return await _received.Reader.ReadAsync(limit.Token);
    }

    public async Task<List<Received>> NextAsync(int count)
    {
        var received = new List<Received>();
        while (received.Count < count)
            received.Add(await NextAsync());
        return received;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
