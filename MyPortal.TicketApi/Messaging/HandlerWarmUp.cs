using Wolverine.Runtime.Handlers;

namespace MyPortal.TicketApi.Messaging;

/// <summary>Compiles the calls of all handlers beside the start, so that no first message waits for the compiler.</summary>
internal sealed class HandlerWarmUp(HandlerGraph handlers, IHostApplicationLifetime lifetime, ILogger<HandlerWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Handlers are found when messaging starts.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        var begin = TimeProvider.System.GetTimestamp();
        var count = 0;
        foreach (var chain in handlers.AllChains().Where(chain => chain.Handlers.Count > 0))
        {
            if (chain.Endpoints is [var queue, ..])
                handlers.HandlerFor(chain.MessageType, queue);
            else
                handlers.HandlerFor(chain.MessageType);
            count++;
            stoppingToken.ThrowIfCancellationRequested();
        }
        logger.LogInformation("{Count} message handlers compiled in {Elapsed}", count, TimeProvider.System.GetElapsedTime(begin));
    }
}
