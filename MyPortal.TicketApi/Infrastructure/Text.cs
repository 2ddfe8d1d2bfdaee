using System.Text;

namespace MyPortal.TicketApi.Infrastructure;

/// <summary>What people wrote, made fit for where it is to stand.</summary>
internal static class Text
{
    /// <summary>
    /// One line without control characters, white space around it dropped: in a header of a mail or a property of a calendar, no line of theirs
    /// can become a line of ours.
    /// </summary>
    public static string OneLine(this string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // U+2028 and U+2029 break lines too.
            var breaks = Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029;
            if (!breaks)
                line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
        return line.ToString().Trim();
    }

    /// <summary>At most <paramref name="length"/> characters, with an ellipsis in place of what was cut; never half a character.</summary>
    public static string ShortenTo(this string text, int length)
    {
        if (text.Length <= length)
            return text;
        return text[..End(text, length - 1)] + "…";
    }

    /// <summary>At most <paramref name="length"/> characters; never half a character.</summary>
    public static string CutTo(this string text, int length) => text.Length <= length ? text : text[..End(text, length)].TrimEnd();

    private static int End(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
