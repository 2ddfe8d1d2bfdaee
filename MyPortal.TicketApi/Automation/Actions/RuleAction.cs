using System.Text.Json.Serialization;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>One thing that a rule does. Each kind takes the parameters that the vocabulary lists for it, and no others.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Status">The new status.</param>
/// <param name="Priority">The new priority.</param>
/// <param name="AssigneeId">The technician or administrator to assign; nobody when left out.</param>
/// <param name="Address">Where mail goes: one e-mail address.</param>
/// <param name="Url">Where the webhook goes: https, at most 500 characters.</param>
/// <param name="Subject">The mail's subject: a template of one line, at most 200 characters.</param>
/// <param name="Text">The text: a template of at most 5,000 characters. A webhook may go without.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RuleAction(
    [property: JsonRequired] ActionKind Kind,
    TicketStatus? Status = null,
    TicketPriority? Priority = null,
    Guid? AssigneeId = null,
    string? Address = null,
    string? Url = null,
    string? Subject = null,
    string? Text = null);
