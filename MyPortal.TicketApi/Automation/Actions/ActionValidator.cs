using System.Net.Mail;
using MyPortal.TicketApi.Automation.Outgoing;
using MyPortal.TicketApi.Automation.Templates;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>Accepts actions that have what their kind needs, and nothing that it does not know.</summary>
internal static class ActionValidator
{
    private const int AddressLength = 254;

    public static void Validate(IReadOnlyList<RuleAction?> actions, TicketEventKind trigger, OutgoingAddresses addresses, ValidationErrors errors)
    {
        for (var index = 0; index < actions.Count; index++)
        {
            if (actions[index] is { } action && Enum.IsDefined(action.Kind))
                Validate(action, $"actions[{index}]", Triggers.IsAboutCall(trigger), addresses, errors);
            else
                errors.Add($"actions[{index}].kind", "Choose what is to be done.");
        }
    }

    private static void Validate(RuleAction action, string path, bool hasCall, OutgoingAddresses addresses, ValidationErrors errors)
    {
        var parameters = action.Kind.Parameters();
        foreach (var parameter in ActionKinds.AllParameters)
        {
            var value = parameter.Read(action);
            var known = parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name);
            var field = $"{path}.{parameter.Name}";
            if (known is null && value is not null)
                errors.Add(field, $"{SnakeCase.Name(action.Kind)} takes no {parameter.Name}.");
            else if (known is { IsRequired: true } && value is null or "")
                errors.Add(field, "This is needed.");
            else if (known is not null && value is not null && Problem(parameter.Name, value, hasCall, addresses) is { } problem)
                errors.Add(field, problem);
        }
    }

    private static string? Problem(string parameter, object value, bool hasCall, OutgoingAddresses addresses) => (parameter, value) switch
    {
        ("address", string address) => IsAddress(address) ? null : "Give one e-mail address, for example office@example.org.",
        ("url", string url) => addresses.Problem(url),
        ("subject", string subject) => subject.Any(char.IsControl) || subject.Length > TextLimits.MaxSubjectLength
            ? $"Keep the subject to one line of at most {TextLimits.MaxSubjectLength} characters." : Template.Problem(subject, hasCall),
        ("text", string text) => string.IsNullOrWhiteSpace(text) || text.Length > Template.MaxLength || text.Contains('\0', StringComparison.Ordinal)
            ? $"Write a text of 1 to {Template.MaxLength} characters." : Template.Problem(text, hasCall),
        (_, Enum choice) => Enum.IsDefined(choice.GetType(), choice) ? null : "Choose one of the values.",
        _ => null,
    };

    // MailAddress also reads "Name <address>" and comments; only the bare address is one.
    private static bool IsAddress(string text) =>
        text.Length <= AddressLength && !text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character))
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);
}
