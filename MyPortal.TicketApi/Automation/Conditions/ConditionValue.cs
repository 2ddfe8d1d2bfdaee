using System.Globalization;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Automation.Conditions;

/// <summary>Reads what conditions compare with; the same reading on save and on evaluation.</summary>
internal static class ConditionValue
{
    public const int MaxHours = 8_760;
    private const int ShownLength = 80;

    /// <summary>ISO 8601 with an offset: without one, nobody could say which moment is meant.</summary>
    public static DateTimeOffset? Moment(string? value) =>
        value is [.., 'Z'] or [.., '+' or '-', _, _, ':', _, _]
        && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    public static decimal? Number(string? value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static double? Hours(string? value) => Number(value) is { } hours and >= 0 and <= MaxHours ? (double)hours : null;

    /// <summary>As the run log shows it: short, because it may be a whole description.</summary>
    public static string? Show(object? value) => value switch
    {
        null => null,
        DateTimeOffset moment => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString()!.ShortenTo(ShownLength),
    };
}
