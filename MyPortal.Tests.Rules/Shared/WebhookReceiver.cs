using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MyPortal.Tests.Shared;

internal sealed record ReceivedWebhook(string Signature, string Delivery, string? Cookie, byte[] Body);

/// <summary>Another system that takes webhooks, as ready or as broken as the test likes.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<int> _answers;
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _asked;

    private WebhookReceiver(WebApplication app, IEnumerable<int> answers) => (_app, _answers) = (app, new Queue<int>(answers));

    public ConcurrentQueue<ReceivedWebhook> Received { get; } = [];

    public string Url => _app.Urls.Single() + "/hook";

    /// <param name="answers">Status codes to answer with, one after the other; 204 when there are none left.</param>
    public static Task<WebhookReceiver> StartAsync(params int[] answers) => StartAsync(holdsFirst: false, answers);

    /// <inheritdoc cref="StartAsync(int[])"/>
    public static async Task<WebhookReceiver> StartAsync(bool holdsFirst, params int[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new WebhookReceiver(app, answers) { HoldsFirst = holdsFirst };
        app.MapPost("/hook", receiver.TakeAsync);
        app.MapPost("/elsewhere", receiver.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>Whether the first webhook gets its answer only once <see cref="Release"/> is called.</summary>
    public bool HoldsFirst { get; init; }

    /// <summary>Whether the sender went away before the first webhook had its answer.</summary>
    public bool WasGivenUp { get; private set; }

    public void Release() => _released.TrySetResult();

    public ValueTask DisposeAsync()
    {
        Release();
        return _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers;
        Received.Enqueue(new(headers["X-MyPortal-Signature"].ToString(), headers["X-MyPortal-Delivery"].ToString(), headers.Cookie, body.ToArray()));
        var answer = NextAnswer(out var isFirst);
        if (HoldsFirst && isFirst)
        {
            using var givenUp = context.RequestAborted.Register(() => WasGivenUp = true);
            await _released.Task.WaitAsync(context.RequestAborted);
        }
        context.Response.StatusCode = answer;
        if (context.Response.StatusCode == (int)HttpStatusCode.Redirect)
            context.Response.Headers.Location = "/elsewhere";
    }

    private int NextAnswer(out bool isFirst)
    {
        lock (_answers)
        {
            isFirst = _asked++ == 0;
            return _answers.TryDequeue(out var answer) ? answer : (int)HttpStatusCode.NoContent;
        }
    }
}
