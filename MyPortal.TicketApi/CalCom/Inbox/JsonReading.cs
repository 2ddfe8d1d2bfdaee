using System.Globalization;
using System.Text.Json;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>Reads JSON that somebody else made: what is missing or of another type is null, and nothing throws.</summary>
internal static class JsonReading
{
    /// <summary>Whether a failure to parse or copy it is its own fault: no JSON; or names that are half characters, or stand twice.</summary>
    public static bool IsUnreadable(Exception failure) => failure is JsonException or InvalidOperationException or ArgumentException;

    public static JsonElement? Child(this JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child) ? child : null;

    /// <summary>At most <paramref name="maximum"/> characters on one line; null when there is nothing to show.</summary>
    public static string? Text(this JsonElement? element, int maximum)
    {
        if (element is not { ValueKind: JsonValueKind.String } value)
            return null;
        try
        {
            return value.GetString()!.OneLine().CutTo(maximum) is { Length: > 0 } line ? line : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: legal JSON, but no text.
            return null;
        }
    }

    public static string? Text(this JsonElement? element, string name, int maximum) => element.Child(name).Text(maximum);

    public static bool IsTrue(this JsonElement? element, string name) => element.Child(name) is { ValueKind: JsonValueKind.True };

    /// <summary>An ISO 8601 instant of this century, in UTC and as exactly as PostgreSQL keeps it.</summary>
    public static DateTimeOffset? Instant(this JsonElement? element, string name)
    {
        if (element.Text(name, 64) is not { } text
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || at.UtcDateTime.Year is < 2000 or > 2099)
        {
            return null;
        }
        return at.ToUniversalTime().AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    public static IEnumerable<JsonElement?> Items(this JsonElement? element, int maximum) =>
        element is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Take(maximum).Select(item => (JsonElement?)item) : [];
}
