using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Paging;
using MyPortal.TicketApi.Problems;

namespace MyPortal.TicketApi.Automation;

internal static class RunEndpoints
{
    private const int PageSize = 50;

    public static void MapRuns(this RouteGroupBuilder automation) =>
        automation.MapGet("/runs", ListAsync).WithName("ListRuns");

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
        if (cursor is not null)
            runs = runs.Where(run => EF.Functions.LessThan(ValueTuple.Create(run.At, run.Id), ValueTuple.Create(cursor.At, cursor.Id)));

        var rows = await runs.OrderByDescending(run => run.At).ThenByDescending(run => run.Id).Take(PageSize + 1)
            .Select(run => new { Run = run, run.Ticket.Number, Actions = run.Actions.OrderBy(action => action.Index).ToList() })
            .ToListAsync(cancellationToken);
        var items = rows.Take(PageSize).Select(row => Show(row.Run, row.Number, row.Actions)).ToList();
        return TypedResults.Ok(new RunPage(items, rows.Count > PageSize ? new Cursor(items[^1].At, items[^1].Id).Encode() : null));
    }

    private static Run Show(AutomationRun run, long ticketNumber, IEnumerable<AutomationActionRun> actions) => new(
        run.Id, run.RuleId, run.RuleName, run.Trigger, ticketNumber, run.At, run.Outcome, run.Event.CausedByRules, run.Explanation,
        [.. actions.Select(action => new RunStep(action.Action, action.State, action.Attempts, action.Note, action.NextAttemptAt))]);
}
