using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;
using Npgsql;

namespace MyPortal.TicketApi.Automation.Engine;

/// <summary>Where actions stand, for those who do them and those who look.</summary>
public sealed class ActionLog(
    IServiceScopeFactory scopes, TicketDbContext db, TicketOutbox outbox, TimeProvider clock, ILogger<ActionLog> logger)
{
    /// <summary>The action with its run, locked until the transaction ends: the same message twice takes turns. Null when it is gone.</summary>
    internal async Task<AutomationActionRun?> LockAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from automation_action_runs where id = {id} for update", cancellationToken);
        return await ReadAsync(id, cancellationToken);
    }

    internal Task<AutomationActionRun?> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        db.AutomationActionRuns.Include(action => action.Run).SingleOrDefaultAsync(action => action.Id == id, cancellationToken);

    /// <summary>
    /// Notes a failure and, unless it is final, schedules the next attempt, in a transaction of its own: whatever the attempt had begun is undone.
    /// Null when there is nothing to note, because the same message came twice and the other's attempt has been noted meanwhile.
    /// </summary>
    /// <param name="attempts">How many had been noted when this one began.</param>
    internal async Task<AutomationActionRun?> FailAsync(Guid id, int attempts, Exception failure, CancellationToken cancellationToken)
    {
        logger.LogWarning("Action {ActionRun} failed: {Failure}", id, failure.GetType().Name);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ActionLog>().NoteFailureAsync(id, attempts, failure, cancellationToken);
    }

    /// <summary>Has an action that has failed for good tried once more. False when it has not failed for good; null when there is none.</summary>
    public async Task<bool?> RetryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(id, cancellationToken) is not { } action)
            return null;
        if (action.State is not ActionState.Failed)
            return false;
        action.TryAgain(clock.Now());
        await outbox.SendAsync(RuleEngine.MessageFor(action));
        await outbox.SaveAsync(cancellationToken);
        return true;
    }

    private async Task<AutomationActionRun?> NoteFailureAsync(Guid id, int attempts, Exception failure, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(id, cancellationToken) is not { } action || action.Attempts != attempts)
            return null;
        action.Fail(Explain(failure), isFinal: failure is ActionRefusedException, clock.Now());
        if (action.NextAttemptAt is { } next)
            await outbox.ScheduleAsync(RuleEngine.MessageFor(action), next);
        await outbox.SaveAsync(cancellationToken);
        return action;
    }

    // What other libraries say may quote an address or a text.
    private static string Explain(Exception failure) => failure switch
    {
        ActionRefusedException or WebhookFailedException => failure.Message,
        DbUpdateException or NpgsqlException => "The database refused the change.",
        _ => $"It failed: {failure.GetType().Name}.",
    };
}
