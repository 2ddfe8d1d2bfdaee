using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Automation.Conditions;

/// <summary>How a condition compares a field. Except for the last two, a field that is not set never meets its condition.</summary>
public enum Comparison
{
    /// <summary>Text and numbers: the same as the value.</summary>
    EqualTo,

    /// <summary>Text: the value stands somewhere in it.</summary>
    Contains,

    /// <summary>Text: begins with the value.</summary>
    StartsWith,

    /// <summary>Choices: is the value.</summary>
    Is,

    /// <summary>Choices: is one of the values.</summary>
    IsOneOf,

    /// <summary>Times: before the value.</summary>
    Before,

    /// <summary>Times: after the value.</summary>
    After,

    /// <summary>Times: at most that many hours from the moment of the event, before or after it.</summary>
    WithinHours,

    /// <summary>Numbers: smaller than the value.</summary>
    LessThan,

    /// <summary>Numbers: larger than the value.</summary>
    GreaterThan,

    /// <summary>Everything: there is a value.</summary>
    IsSet,

    /// <summary>Everything: there is no value.</summary>
    IsNotSet,
}

internal static class Comparisons
{
    private static readonly Comparison[] Anything = [Comparison.IsSet, Comparison.IsNotSet];

    private static readonly Dictionary<FieldType, Comparison[]> ByType = new()
    {
        [FieldType.Text] = [Comparison.EqualTo, Comparison.Contains, Comparison.StartsWith, .. Anything],
        [FieldType.Choice] = [Comparison.Is, Comparison.IsOneOf, .. Anything],
        [FieldType.Time] = [Comparison.Before, Comparison.After, Comparison.WithinHours, .. Anything],
        [FieldType.Number] = [Comparison.EqualTo, Comparison.LessThan, Comparison.GreaterThan, .. Anything],
    };

    public static IReadOnlyList<Comparison> For(FieldType type) => ByType[type];

    /// <summary>False for those that look at nothing but the field.</summary>
    public static bool TakesValue(this Comparison comparison) => comparison is not (Comparison.IsSet or Comparison.IsNotSet);

    public static string InWords(this Comparison comparison) => SnakeCase.Name(comparison).Replace('_', ' ');
}
