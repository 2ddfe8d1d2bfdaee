using System.Globalization;

namespace MyPortal.CalComStandIn.Api;

/// <summary>Reads parameters and gathers what is wrong with them, because the API answers all errors at once.</summary>
internal sealed class QueryReader
{
    private readonly IQueryCollection _query;

    /// <param name="query">What was asked.</param>
    /// <param name="known">Any other parameter is an error: a filter of Cal.com's that is passed over here would be a wrong answer.</param>
    public QueryReader(IQueryCollection query, params string[] known)
    {
        _query = query;
        Errors = [.. query.Keys.Except(known).Select(name => $"The stand-in does not know the parameter {name}")];
    }

    public List<string> Errors { get; }

    public string? Text(string name) => _query[name].ToString().OrNull();

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
