using System.Text;
using MimeKit;

namespace MyPortal.Tests.Mail;

internal static class MimeParts
{
    /// <summary>The content as UTF-8 text, line breaks as they are.</summary>
    public static string Text(this MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return Encoding.UTF8.GetString(content.ToArray());
    }
}
