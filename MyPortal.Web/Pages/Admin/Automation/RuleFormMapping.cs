using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Admin.Automation;

/// <summary>The API's rule that a form means, and where in the form each part of it stands, so that messages find their field.</summary>
internal sealed class RuleFormMapping
{
    private readonly List<(string Api, string Form)> _places = [];

    private RuleFormMapping(RuleForm form)
    {
        var conditions = new List<RuleCondition>();
        for (var g = 0; g < form.Groups.Count; g++)
        {
            var group = form.Groups[g];
            if (g > 0 && group.Tests.Count == 0)
                continue;
            if (g > 0)
            {
                _places.Add(($"conditions[{conditions.Count}]", $"Form.Groups[{g}]"));
                for (var t = 0; t < group.Tests.Count; t++)
                    _places.Add(($"conditions[{conditions.Count}].conditions[{t}]", $"Form.Groups[{g}].Tests[{t}]"));
                conditions.Add(new(group.Not, Match: group.Match, Conditions: [.. group.Tests.Select(test => test.ToCondition())]));
                continue;
            }
            for (var t = 0; t < group.Tests.Count; t++)
            {
                _places.Add(($"conditions[{conditions.Count}]", $"Form.Groups[0].Tests[{t}]"));
                conditions.Add(group.Tests[t].ToCondition());
            }
        }
        for (var a = 0; a < form.Actions.Count; a++)
            _places.Add(($"actions[{a}]", $"Form.Actions[{a}]"));
        Request = new RuleRequest
        {
            Name = form.Name,
            Trigger = form.Trigger,
            Enabled = form.Enabled,
            Match = form.Groups is [var own, ..] ? own.Match : "all",
            Conditions = conditions,
            Actions = [.. form.Actions.Select(action => action.ToAction())],
        };
    }

    public RuleRequest Request { get; }

    public static RuleFormMapping Of(RuleForm form) => new(form);

    /// <summary>The form's name of what the API calls <paramref name="field"/>: <c>conditions[1].value</c> → <c>Form.Groups[0].Tests[1].Value</c>.</summary>
    public string FieldOf(string field)
    {
        var place = _places.Where(place => field == place.Api || field.StartsWith(place.Api + ".", StringComparison.Ordinal))
            .OrderByDescending(place => place.Api.Length).FirstOrDefault();
        if (place.Form is null)
            return "Form." + Name(field);
        var rest = field[place.Api.Length..].TrimStart('.');
        return rest.Length == 0 ? place.Form : $"{place.Form}.{Name(rest)}";
    }

    // The choices of a condition and its single value are one field here; whom to assign is a choice like others.
    private static string Name(string field) => field is "values" ? "Value" : char.ToUpperInvariant(field[0]) + field[1..];
}
