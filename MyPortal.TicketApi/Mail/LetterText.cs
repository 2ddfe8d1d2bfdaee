using System.Text;

namespace MyPortal.TicketApi.Mail;

internal static class LetterText
{
    /// <summary>The letter as plain text.</summary>
    public static string Render(Letter letter)
    {
        var text = new StringBuilder();
        foreach (var paragraph in letter.Paragraphs)
            text.AppendLine(paragraph).AppendLine();

        foreach (var (label, value) in letter.Facts)
            text.AppendLine($"{label}: {value}");
        if (letter.JoinUrl is { } join)
            text.AppendLine($"Join: {join}");

        text.AppendLine().AppendLine($"{letter.TicketLabel}: {letter.TicketUrl}");
        text.AppendLine().AppendLine("-- ").AppendLine(letter.Why);
        if (letter.Stop is { } stop)
            text.AppendLine($"{stop.Text}: {stop.Url}");
        return text.ToString().TrimStart();
    }
}
