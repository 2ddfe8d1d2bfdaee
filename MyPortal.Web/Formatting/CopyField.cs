namespace MyPortal.Web.Formatting;

/// <summary>A value that is there to be copied, for <c>_CopyField</c>.</summary>
/// <param name="Id">Of the field; unique on its page.</param>
/// <param name="Label">What it is.</param>
/// <param name="Value">The whole value.</param>
public sealed record CopyField(string Id, string Label, string Value);
