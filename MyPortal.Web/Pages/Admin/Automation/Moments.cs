using System.Globalization;

namespace MyPortal.Web.Pages.Admin.Automation;

/// <summary>Moments as people type them in this form, in UTC, and as the API takes them.</summary>
internal static class Moments
{
    private const string Typed = "yyyy-MM-dd HH:mm";

    public static string? ToTyped(string? value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.UtcDateTime.ToString(Typed, CultureInfo.InvariantCulture)
            : value;

    /// <summary>What is no moment goes to the API as it is, which says what it wants.</summary>
    public static string? FromTyped(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : text;
}
