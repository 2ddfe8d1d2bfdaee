namespace MyPortal.ProfileApi.BookingLinks.Parsing;

/// <summary>Exactly one of the two is set, or neither when there is no link.</summary>
/// <param name="Url">The normalised link (or the part of it that was parsed).</param>
/// <param name="Problem">What is wrong, as a sentence for the person who typed it.</param>
internal readonly record struct LinkResult(string? Url, string? Problem)
{
    public static LinkResult Empty => default;

    public static LinkResult Accepted(string url) => new(url, null);

    public static LinkResult Refused(string problem) => new(null, problem);
}
