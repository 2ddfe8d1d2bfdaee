using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Admin.Automation;

/// <summary>One condition of the form, and what its fields are called.</summary>
public sealed record TestRow(EditModel Page, int Group, int Index)
{
    public TestForm Test => Page.Form.Groups[Group].Tests[Index];

    public FieldWord? Field => Page.Vocabulary.Field(Test.Field);

    public string Name => $"Form.Groups[{Group}].Tests[{Index}]";

    public string Id => $"test-{Group}-{Index}";

    public string Label => Field?.Label ?? Test.Field ?? "Unknown field";

    /// <summary>The operators to choose from. For choices, marking one or several says whether it is one or several.</summary>
    public IEnumerable<string> Operators => (Field?.Operators ?? []).Where(name => name is not "is");

    public string? Error => Page.ErrorOf(Name) ?? Page.ErrorOf(Name + ".Field") ?? Page.ErrorOf(Name + ".Operator") ?? Page.ErrorOf(Name + ".Value");

    public string Hint => Field?.Type switch
    {
        "time" => "2026-12-01 14:00 (UTC), or a number of hours",
        "number" => "A number",
        _ => "Text; upper and lower case make no difference",
    };
}
