namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>One parameter of an action, as JSON spells it.</summary>
internal sealed record ActionParameter(string Name, bool IsRequired, Func<RuleAction, object?> Read);

/// <summary>Which parameters each kind of action takes, and what pages call it.</summary>
internal static class ActionKinds
{
    public static readonly ActionParameter Status = new("status", true, action => action.Status);
    public static readonly ActionParameter Priority = new("priority", true, action => action.Priority);
    public static readonly ActionParameter AssigneeId = new("assigneeId", false, action => action.AssigneeId);
    public static readonly ActionParameter Address = new("address", true, action => action.Address);
    public static readonly ActionParameter Url = new("url", true, action => action.Url);
    public static readonly ActionParameter Subject = new("subject", true, action => action.Subject);
    public static readonly ActionParameter Text = new("text", true, action => action.Text);
    public static readonly ActionParameter OptionalText = Text with { IsRequired = false };

    public static readonly IReadOnlyList<ActionParameter> AllParameters = [Status, Priority, AssigneeId, Address, Url, Subject, Text];

    private static readonly Dictionary<ActionKind, (string Label, ActionParameter[] Parameters)> ByKind = new()
    {
        [ActionKind.SetStatus] = ("Set the status", [Status]),
        [ActionKind.SetPriority] = ("Set the priority", [Priority]),
        [ActionKind.Assign] = ("Assign the ticket", [AssigneeId]),
        [ActionKind.AddInternalNote] = ("Add an internal note", [Text]),
        [ActionKind.AddPublicReply] = ("Write a public reply", [Text]),
        [ActionKind.NotifyWatchers] = ("Send mail to the watchers", [Subject, Text]),
        [ActionKind.SendMail] = ("Send mail to an address", [Address, Subject, Text]),
        [ActionKind.CallWebhook] = ("Call a webhook", [Url, OptionalText]),
    };

    public static string Label(this ActionKind kind) => ByKind[kind].Label;

    public static IReadOnlyList<ActionParameter> Parameters(this ActionKind kind) => ByKind[kind].Parameters;
}
