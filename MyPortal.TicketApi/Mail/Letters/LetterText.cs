namespace MyPortal.TicketApi.Mail.Letters;

internal static class LetterText
{
    /// <summary>The letter as plain text.</summary>
    public static string Render(Letter letter) => string.Join('\n', Lines(letter)) + "\n";

    private static IEnumerable<string> Lines(Letter letter)
    {
        foreach (var paragraph in letter.Paragraphs)
        {
            yield return paragraph;
            yield return "";
        }
        foreach (var (label, value) in letter.Facts)
            yield return $"{label}: {value.Replace("\n", "\n" + new string(' ', label.Length + 2), StringComparison.Ordinal)}";
        if (letter.JoinUrl is { } join)
            yield return $"Join: {join}";
        if (letter.Facts.Count > 0)
            yield return "";
        yield return $"{letter.TicketLabel}: {letter.TicketUrl}";
        yield return "";
        // What follows this line is a signature to mail programs.
        yield return "-- ";
        yield return letter.Why;
        if (letter.Stop is { } stop)
            yield return $"{stop.Text}: {stop.Url}";
    }
}
