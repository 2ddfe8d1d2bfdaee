using Wolverine.Runtime.Handlers;

namespace MyPortal.TicketApi.Infrastructure.Messaging;

/// <summary>
/// Looks up the generated call of every handler right after the start. Where one is missing, the service ends and says so, instead of
/// failing every such message until it is given up.
/// </summary>
internal sealed class HandlerCheck(HandlerGraph handlers, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Handlers are found when messaging starts.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        foreach (var chain in handlers.AllChains().Where(chain => chain.Handlers.Count > 0))
        {
            if (chain.Endpoints is [var queue, ..])
                handlers.HandlerFor(chain.MessageType, queue);
            else
                handlers.HandlerFor(chain.MessageType);
        }
    }
}
