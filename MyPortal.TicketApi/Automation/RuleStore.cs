using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Automation.Outgoing;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Automation;

/// <summary>Keeps the rules.</summary>
internal sealed class RuleStore(
    TicketDbContext db, OutgoingAddresses addresses, TechnicianLookup technicians, PeopleDirectory people, WebhookSecrets secrets, TimeProvider clock)
{
    public const int MaxRules = 200;

    /// <summary>What is wrong with it, by field. Whoever is to be assigned is looked up, and remembered for when the rule runs.</summary>
    /// <exception cref="ProfileApiUnavailableException">ProfileApi, which knows the technicians, cannot be reached.</exception>
    public async Task<Dictionary<string, string[]>> ErrorsAsync(RuleRequest request, CancellationToken cancellationToken)
    {
        var errors = RuleValidator.Validate(request, addresses);
        for (var index = 0; errors.Count == 0 && index < request.Actions!.Count; index++)
        {
            if (request.Actions[index].AssigneeId is not { } id)
                continue;
            if (await technicians.FindAsync(id, cancellationToken) is { } technician)
                await people.RememberAsync(technician, cancellationToken);
            else
                errors[$"actions[{index}].assigneeId"] = ["This is not an active technician or administrator."];
        }
        return errors;
    }

    public async Task<RuleList> AllAsync(CancellationToken cancellationToken)
    {
        var rules = await db.AutomationRules.AsNoTracking().OrderBy(rule => rule.Position).ThenBy(rule => rule.Id).ToListAsync(cancellationToken);
        return new RuleList(rules.ConvertAll(Show));
    }

    public Task<AutomationRule?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.AutomationRules.SingleOrDefaultAsync(rule => rule.Id == id, cancellationToken);

    /// <summary>Null when there are too many already.</summary>
    public async Task<SavedRule?> AddAsync(RuleRequest request, CancellationToken cancellationToken)
    {
        if (await db.AutomationRules.CountAsync(cancellationToken) >= MaxRules)
            return null;
        var last = await db.AutomationRules.MaxAsync(rule => (int?)rule.Position, cancellationToken) ?? 0;
        var rule = new AutomationRule { Id = Guid.CreateVersion7(clock.Now()), Position = last + 1, Name = "", Definition = Definition(request) };
        db.AutomationRules.Add(rule);
        return await SaveAsync(rule, request, cancellationToken);
    }

    /// <summary>Null when somebody else changed it meanwhile.</summary>
    public async Task<SavedRule?> ReplaceAsync(AutomationRule rule, RuleRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await SaveAsync(rule, request, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    public async Task<bool> DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        await db.AutomationRules.Where(rule => rule.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;

    public async Task<bool> EnableAsync(Guid id, bool enabled, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return await db.AutomationRules.Where(rule => rule.Id == id)
            .ExecuteUpdateAsync(rule => rule.SetProperty(r => r.Enabled, enabled).SetProperty(r => r.UpdatedAt, now), cancellationToken) > 0;
    }

    /// <summary>False unless <paramref name="ids"/> are all rules, each once.</summary>
    public async Task<bool> ReorderAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select 1 from automation_rules for update", cancellationToken);
        var rules = await db.AutomationRules.ToDictionaryAsync(rule => rule.Id, cancellationToken);
        if (ids.Count != rules.Count || !ids.ToHashSet().SetEquals(rules.Keys))
            return false;
        for (var index = 0; index < ids.Count; index++)
            rules[ids[index]].Position = index + 1;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<string> RenewSecretAsync(AutomationRule rule, CancellationToken cancellationToken)
    {
        var (secret, kept) = secrets.Create();
        var (id, now) = (rule.Id, clock.Now());
        await db.AutomationRules.Where(known => known.Id == id)
            .ExecuteUpdateAsync(known => known.SetProperty(r => r.WebhookSecret, kept).SetProperty(r => r.UpdatedAt, now), cancellationToken);
        return secret;
    }

    public static Rule Show(AutomationRule rule) => new(
        rule.Id, rule.Position, rule.Name, rule.Enabled, rule.Trigger, rule.Definition.Match, rule.Definition.Conditions, rule.Definition.Actions,
        rule.WebhookSecret is not null, rule.UpdatedAt, TicketVersion.Text(rule.Version));

    private async Task<SavedRule> SaveAsync(AutomationRule rule, RuleRequest request, CancellationToken cancellationToken)
    {
        rule.Name = request.Name!.Trim();
        rule.Enabled = request.Enabled;
        rule.Trigger = request.Trigger;
        rule.Definition = Definition(request);
        rule.UpdatedAt = clock.Now();
        string? secret = null;
        if (rule.CallsWebhook && rule.WebhookSecret is null)
            (secret, rule.WebhookSecret) = secrets.Create();
        await db.SaveChangesAsync(cancellationToken);
        return new SavedRule(Show(rule), secret);
    }

    private static RuleDefinition Definition(RuleRequest request) => new(request.Match, request.Conditions ?? [], request.Actions ?? []);
}
