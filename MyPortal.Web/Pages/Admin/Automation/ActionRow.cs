namespace MyPortal.Web.Pages.Admin.Automation;

/// <summary>One action of the form, and what its fields are called.</summary>
public sealed record ActionRow(EditModel Page, int Index)
{
    public ActionForm Action => Page.Form.Actions[Index];

    public string Name => $"Form.Actions[{Index}]";

    public string Id => $"action-{Index}";

    public string Label => Page.Vocabulary.ActionLabel(Action.Kind);

    public string? KindError => Page.ErrorOf(Name) ?? Page.ErrorOf(Name + ".Kind");

    public bool Has(string parameter) =>
        Page.Vocabulary.Actions.FirstOrDefault(word => word.Action == Action.Kind)?.Parameters.Any(known => known.Name == parameter) ?? false;

    public string? ErrorOf(string field) => Page.ErrorOf($"{Name}.{field}");

    /// <summary>For <c>aria-invalid</c>, which is left out when nothing is wrong.</summary>
    public string? InvalidIf(string field) => ErrorOf(field) is null ? null : "true";
}
