using System.Globalization;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Admin.Automation;

/// <summary>The form's buttons that add and remove rows. A button that makes no sense changes nothing.</summary>
internal static class RuleFormRows
{
    public const int MaxGroups = 6;
    public const int MaxActions = 10;

    /// <summary>How many conditions fit into a group; the first one holds the rule's own.</summary>
    public static int MaxTests(int group) => group == 0 ? 20 : 10;

    /// <summary><c>what</c> is the button's value, for example <c>remove-test:1:0</c>; what to add is chosen beside the button, hence <c>typed</c>.</summary>
    public static void Change(RuleForm form, string what, IFormCollection typed, Vocabulary vocabulary)
    {
        var parts = what.Split(':');
        int? first = Number(parts, 1), second = Number(parts, 2);
        switch (parts[0])
        {
            case "add-test" when first is { } index && At(form.Groups, index) is { } group && group.Tests.Count < MaxTests(index)
                && vocabulary.Field(typed[$"add-field-{first}"]) is { } field:
                group.Tests.Add(new TestForm { Field = field.Field, Operator = field.Type is "choice" ? "is_one_of" : field.Operators[0] });
                break;
            case "remove-test" when At(form.Groups, first) is { } group && At(group.Tests, second) is { } test:
                group.Tests.Remove(test);
                break;
            case "add-group" when form.Groups.Count < MaxGroups:
                form.Groups.Add(new GroupForm { Match = "any" });
                break;
            case "remove-group" when first > 0 && At(form.Groups, first) is { } group:
                form.Groups.Remove(group);
                break;
            case "add-action" when form.Actions.Count < MaxActions
                && vocabulary.Actions.FirstOrDefault(word => word.Action == typed["add-action"]) is { } action:
                form.Actions.Add(new ActionForm { Kind = action.Action });
                break;
            case "remove-action" when At(form.Actions, first) is { } action:
                form.Actions.Remove(action);
                break;
        }
    }

    private static int? Number(string[] parts, int index) =>
        parts.Length > index && int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T? At<T>(List<T> rows, int? index) where T : class => index is { } at && at < rows.Count ? rows[at] : null;
}
