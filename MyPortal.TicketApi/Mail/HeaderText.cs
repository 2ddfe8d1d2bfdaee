using System.Text;
using MimeKit;

namespace MyPortal.TicketApi.Mail;

/// <summary>What people wrote, made fit for a mail's headers: no line of theirs can become a header of ours.</summary>
internal static class HeaderText
{
    private const int Longest = 250;

    /// <summary>One line without control characters, at most 250 characters.</summary>
    public static string SingleLine(string text)
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
        var clean = line.ToString().Trim();
        return clean.Length <= Longest ? clean : clean[..(char.IsHighSurrogate(clean[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
    }

    /// <summary>Null for anything that is not exactly one address.</summary>
    public static MailboxAddress? Mailbox(string name, string address) =>
        !address.Any(char.IsControl) && MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address && parsed.Domain is { Length: > 0 }
            ? new MailboxAddress(Encoding.UTF8, SingleLine(name), address)
            : null;
}
