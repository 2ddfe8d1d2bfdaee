using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MyPortal.ServiceDefaults.Apis;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.Automation;

internal static class RuleEndpoints
{
    public static void MapRules(this RouteGroupBuilder automation)
    {
        var rules = automation.MapGroup("/rules");
        rules.MapGet("/", ListAsync).WithName("ListRules");
        rules.MapPost("/", CreateAsync).WithName("CreateRule").ProducesProblem(StatusCodes.Status409Conflict);
        rules.MapPut("/order", ReorderAsync).WithName("OrderRules").ProducesProblem(StatusCodes.Status409Conflict);

        var rule = rules.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        rule.MapGet("/", ReadAsync).WithName("ReadRule");
        rule.MapPut("/", ReplaceAsync).WithName("ReplaceRule")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        rule.MapDelete("/", DeleteAsync).WithName("DeleteRule");
        rule.MapPut("/enabled", EnableAsync).WithName("EnableRule");
        rule.MapPost("/webhook-secret", RenewSecretAsync).WithName("RenewWebhookSecret").ProducesProblem(StatusCodes.Status409Conflict);
        rule.MapPost("/dry-run", DryRunAsync).WithName("DryRunRule");
    }

    /// <summary>List all rules, in the order in which they run.</summary>
    public static async Task<Ok<RuleList>> ListAsync(RuleStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(await store.AllAsync(cancellationToken));

    /// <summary>Add a rule, as the last to run.</summary>
    /// <response code="201">The rule, with its version as <c>ETag</c>, and the secret of its webhooks, shown this once.</response>
    /// <response code="400">Something in it makes no sense; the keys of <c>errors</c> say where, for example <c>conditions[1].value</c>.</response>
    /// <response code="409">There are 200 rules already.</response>
    public static async Task<Results<Created<SavedRule>, ValidationProblem, ProblemHttpResult>> CreateAsync(
        RuleRequest request, RuleStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await store.ErrorsAsync(request, cancellationToken) is { Count: > 0 } errors)
            return TypedResults.ValidationProblem(errors, ProblemWording.Invalid);
        if (await store.AddAsync(request, cancellationToken) is not { } saved)
            return Refusals.Conflict($"There are {RuleStore.MaxRules} rules already. Delete one first.");
        response.SendVersion(saved.Rule.Version);
        return TypedResults.Created($"/api/automation/rules/{saved.Rule.Id}", saved);
    }

    /// <summary>Put the rules in another order.</summary>
    /// <response code="204">They run in this order from now on.</response>
    /// <response code="409">The list does not name every rule once; one may have come or gone since it was read.</response>
    public static async Task<Results<NoContent, ValidationProblem, ProblemHttpResult>> ReorderAsync(
        RuleOrder request, RuleStore store, CancellationToken cancellationToken)
    {
        if (request.Ids is null)
            return Refusals.Invalid("ids", "List the ids of all rules.");
        return await store.ReorderAsync(request.Ids, cancellationToken)
            ? TypedResults.NoContent()
            : Refusals.Conflict("This list does not name every rule exactly once. Read the rules again, then repeat your change.");
    }

    /// <summary>Read a rule.</summary>
    /// <response code="200">The rule, with its version as <c>ETag</c>.</response>
    public static async Task<Results<Ok<Rule>, NotFound>> ReadAsync(
        Guid id, RuleStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } rule)
            return TypedResults.NotFound();
        var shown = RuleStore.Show(rule);
        response.SendVersion(shown.Version);
        return TypedResults.Ok(shown);
    }

    /// <summary>Replace a rule. What it did so far, and actions that are still to be tried again, stay as they were.</summary>
    /// <param name="ifMatch">The <c>ETag</c> of the rule as it was read: its version in double quotes. Required.</param>
    /// <response code="200">The rule, and the secret of its webhooks if this change made one.</response>
    /// <response code="400">Something in it makes no sense; the keys of <c>errors</c> say where, for example <c>conditions[1].value</c>.</response>
    /// <response code="412">Somebody changed the rule since that version.</response>
    /// <response code="428"><c>If-Match</c> is missing.</response>
    public static async Task<Results<Ok<SavedRule>, NotFound, ValidationProblem, ProblemHttpResult>> ReplaceAsync(
        Guid id, RuleRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, RuleStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } rule)
            return TypedResults.NotFound();
        if (TicketVersion.RefuseUnlessCurrent(rule.Version, ifMatch, "rule") is { } refusal)
            return refusal;
        if (await store.ErrorsAsync(request, cancellationToken) is { Count: > 0 } errors)
            return TypedResults.ValidationProblem(errors, ProblemWording.Invalid);
        if (await store.ReplaceAsync(rule, request, cancellationToken) is not { } saved)
            return Refusals.Stale("rule");
        response.SendVersion(saved.Rule.Version);
        return TypedResults.Ok(saved);
    }

    /// <summary>Delete a rule. What it did stays in the log; actions that are still to be tried again are tried, webhooks excepted.</summary>
    /// <response code="204">It is gone.</response>
    public static async Task<Results<NoContent, NotFound>> DeleteAsync(Guid id, RuleStore store, CancellationToken cancellationToken) =>
        await store.DeleteAsync(id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();

    /// <summary>Switch a rule on or off.</summary>
    /// <response code="204">It is so now, whatever it was before.</response>
    public static async Task<Results<NoContent, NotFound>> EnableAsync(
        Guid id, EnabledChange request, RuleStore store, CancellationToken cancellationToken) =>
        await store.EnableAsync(id, request.Enabled, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();

    /// <summary>Make a new secret for the rule's webhooks.</summary>
    /// <response code="200">The secret, shown this once. Webhooks are signed with it from now on.</response>
    /// <response code="409">The rule calls no webhook.</response>
    public static async Task<Results<Ok<WebhookSecretAnswer>, NotFound, ProblemHttpResult>> RenewSecretAsync(
        Guid id, RuleStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } rule)
            return TypedResults.NotFound();
        if (!rule.CallsWebhook)
            return Refusals.Conflict("This rule calls no webhook, so there is nothing to sign.");
        return TypedResults.Ok(new WebhookSecretAnswer(await store.RenewSecretAsync(rule, cancellationToken)));
    }

    /// <summary>See what the rule would do on a ticket, as both are now. Nothing is changed, sent or noted.</summary>
    /// <remarks>Also for rules that are switched off. For triggers about calls, the ticket's next call counts, or else its latest.</remarks>
    /// <response code="200">Condition by condition, and each action with its text as it would read.</response>
    /// <response code="400">There is no such ticket.</response>
    public static async Task<Results<Ok<DryRun>, NotFound, ValidationProblem>> DryRunAsync(
        Guid id, DryRunRequest request, RuleStore store, DryRunner runner, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } rule)
            return TypedResults.NotFound();
        return await runner.RunAsync(rule, request.TicketNumber, cancellationToken) is { } result
            ? TypedResults.Ok(result)
            : Refusals.Invalid("ticketNumber", "There is no ticket with this number.");
    }
}
