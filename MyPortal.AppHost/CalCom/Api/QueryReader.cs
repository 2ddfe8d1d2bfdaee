using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MyPortal.AppHost.CalCom.Api;

/// <summary>Reads parameters and gathers what is wrong with them, because the API answers all errors at once.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    public List<string> Errors { get; } = [];

    public string? Text(string name) => query[name].ToString().OrNull();

    public string? OneOf(string name, params string[] allowed) => AnyOf(name, 1, allowed)?[0];

    /// <summary>Values separated by commas; null when there are none.</summary>
    public string[]? AnyOf(string name, int most, params string[] allowed)
    {
        var values = Text(name)?.Split(',', StringSplitOptions.TrimEntries);
        if (values is null || (values.Length <= most && values.All(allowed.Contains)))
            return values;

        Errors.Add($"Invalid {name}. Allowed are {string.Join(", ", allowed)}");
        return null;
    }

    public int Number(string name, int otherwise, int from, int to)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
            return number;

        Errors.Add($"{name} must be a number from {from} to {to}");
        return otherwise;
    }

    public DateTimeOffset? Date(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return date;

        Errors.Add($"{name} must be a valid ISO 8601 date.");
        return null;
    }
}
