using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Engine;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure.Paging;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Automation;

internal static class RunEndpoints
{
    private const int PageSize = 50;

    public static void MapRuns(this RouteGroupBuilder automation)
    {
        automation.MapGet("/runs", ListAsync).WithName("ListRuns");
        automation.MapPost("/actions/{id:guid}/retry", RetryAsync).WithName("RetryAction")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <summary>See what rules did and why, newest first, for the last 90 days.</summary>
    /// <param name="rule">Only this rule's.</param>
    /// <param name="ticket">Only what happened on the ticket with this number.</param>
    /// <param name="failed"><c>true</c>: only runs with an action that failed, for good or so far.</param>
    /// <param name="after">The <c>nextCursor</c> of the page before.</param>
    public static async Task<Results<Ok<RunPage>, ValidationProblem>> ListAsync(
        Guid? rule, long? ticket, bool? failed, string? after, TicketDbContext db, CancellationToken cancellationToken)
    {
        var cursor = after is null ? null : Cursor.Decode(after);
        if (cursor is null && after is not null)
            return Refusals.Invalid("after", "Use the nextCursor of the page before, unchanged.");

        var runs = db.AutomationRuns.AsNoTracking();
        if (rule is { } id)
            runs = runs.Where(run => run.RuleId == id);
        if (ticket is { } number)
            runs = runs.Where(run => run.Ticket.Number == number);
        if (failed is true)
            runs = runs.Where(run => run.Actions.Any(action => action.State == ActionState.Failed || action.State == ActionState.Retrying));

        var rows = await runs.NewestFirst(run => run.At, run => run.Id, cursor).Take(PageSize + 1)
            .Select(run => new { Run = run, run.Ticket.Number, Actions = run.Actions.OrderBy(action => action.Index).ToList() })
            .ToListAsync(cancellationToken);
        var (page, next) = rows.ToPage(PageSize, row => new Cursor(row.Run.At, row.Run.Id));
        return TypedResults.Ok(new RunPage(page.ConvertAll(row => Show(row.Run, row.Number, row.Actions)), next));
    }

    /// <summary>Try an action that has failed for good once more, now. Asking several times at once tries it once.</summary>
    /// <remarks>It works on the ticket as it is now. If it fails again after seven attempts or more, it has failed for good again.</remarks>
    /// <param name="id">The <c>id</c> of the action in its run.</param>
    /// <response code="202">It is tried in a moment; the run shows how it goes.</response>
    /// <response code="404">There is no such action, or it is older than 90 days.</response>
    /// <response code="409">It has not failed for good: it is done, or is being tried anyway.</response>
    public static async Task<Results<Accepted, NotFound, ProblemHttpResult>> RetryAsync(
        Guid id, Caller caller, ActionLog log, ILogger<ActionLog> logger, CancellationToken cancellationToken)
    {
        if (await log.RetryAsync(id, cancellationToken) is not { } isRetried)
            return TypedResults.NotFound();
        if (!isRetried)
            return Refusals.Conflict("This action is not one that has failed for good: it is done, or is being tried anyway.");
        logger.LogInformation("Action {ActionRun} is tried again at the request of {UserId}", id, caller.Id);
        return TypedResults.Accepted((string?)null);
    }

    private static Run Show(AutomationRun run, long ticketNumber, IEnumerable<AutomationActionRun> actions) => new(
        run.Id, run.RuleId, run.RuleName, run.Trigger, ticketNumber, run.At, run.Outcome, run.Event.CausedByRules, run.Explanation,
        [.. actions.Select(action => new RunStep(action.Id, action.Action, action.State, action.Attempts, action.Note, action.NextAttemptAt))]);
}
