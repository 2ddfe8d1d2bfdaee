namespace MyPortal.TicketApi.Automation.Engine;

/// <summary>Do this action of a run, if it is not done yet.</summary>
public sealed record RunAction(Guid ActionRunId);

/// <summary>The same for a webhook: in a queue of its own, so that slow receivers hold up nothing else.</summary>
public sealed record RunWebhook(Guid ActionRunId);
