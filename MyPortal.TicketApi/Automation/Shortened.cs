namespace MyPortal.TicketApi.Automation;

internal static class Shortened
{
    /// <summary>At most <paramref name="length"/> characters, with an ellipsis in place of what was cut; never half a character.</summary>
    public static string ShortenTo(this string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = length - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
