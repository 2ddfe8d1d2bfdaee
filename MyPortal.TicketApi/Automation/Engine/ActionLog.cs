using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Events;
using Npgsql;

namespace MyPortal.TicketApi.Automation.Engine;

/// <summary>Where actions stand, for those who do them and those who look.</summary>
internal sealed class ActionLog(IServiceScopeFactory scopes, TicketDbContext db, TimeProvider clock, ILogger<ActionLog> logger)
{
    /// <summary>The action with its run, locked until the transaction ends: the same message twice takes turns. Null when it is gone.</summary>
    public async Task<AutomationActionRun?> LockAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from automation_action_runs where id = {id} for update", cancellationToken);
        return await ReadAsync(db, id, cancellationToken);
    }

    public static Task<AutomationActionRun?> ReadAsync(TicketDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.AutomationActionRuns.Include(action => action.Run).SingleOrDefaultAsync(action => action.Id == id, cancellationToken);

    /// <summary>
    /// Notes a failure and, unless it is final, schedules the next attempt, in a transaction of its own: whatever the attempt had begun is undone.
    /// </summary>
    public async Task<AutomationActionRun> FailAsync(Guid id, Exception failure, CancellationToken cancellationToken)
    {
        logger.LogWarning("Action {ActionRun} failed: {Failure}", id, failure.GetType().Name);
        await using var scope = scopes.CreateAsyncScope();
        var fresh = scope.ServiceProvider.GetRequiredService<TicketDbContext>();
        var outbox = scope.ServiceProvider.GetRequiredService<TicketOutbox>();

        var action = (await ReadAsync(fresh, id, cancellationToken))!;
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
