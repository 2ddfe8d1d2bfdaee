using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace MyPortal.TicketApi.Mail;

/// <summary>The letter as HTML that looks right in light and dark and needs nothing from outside.</summary>
internal static class LetterHtml
{
    // Mail programs differ in what they understand: the colours of the light theme stand on the elements, the dark ones override them.
    private const string Style =
        """
        :root{color-scheme:light dark}
        @media (prefers-color-scheme:dark){
          .page{background:#14171c!important}.card{background:#1d2229!important;border-color:#343b45!important}
          .text,.text td{color:#e6e9ee!important}.quiet,.text .quiet{color:#a2abb8!important}.link{color:#8ab4ff!important}
        }
        """;

    private const string Font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;";

    public static string Render(Letter letter)
    {
        var html = new StringBuilder();
        html.Append(Encode($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
            <title>{letter.Subject}</title><style>
            """)).Append(Style).Append(Encode($"""
            </style></head>
            <body class="page" style="margin:0;padding:24px 12px;background:#f3f5f8;{Font}">
            <div class="card text" style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #d9dee6;border-radius:12px;color:#1c2430;font-size:16px;line-height:1.5">
            <h1 style="margin:0 0 12px;font-size:20px;line-height:1.3">{letter.Heading}</h1>

            """));

        foreach (var paragraph in letter.Paragraphs)
            html.Append(Encode($"""<p style="margin:0 0 12px;white-space:pre-line">{paragraph}</p>""")).Append('\n');

        if (letter.Facts.Count > 0)
        {
            html.Append("""<table role="presentation" style="border-collapse:collapse;margin:0 0 16px;font-size:16px">""").Append('\n');
            foreach (var (label, value) in letter.Facts)
                html.Append(Encode($"""<tr><td class="quiet" style="padding:2px 16px 2px 0;vertical-align:top;white-space:nowrap;color:#5b6675">{label}</td><td style="padding:2px 0;white-space:pre-line">{value}</td></tr>""")).Append('\n');
            html.Append("</table>\n");
        }

        if (letter.JoinUrl is { } join)
            html.Append(Encode($"""<p style="margin:0 0 12px"><a href="{join}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#1f5fd6;color:#ffffff;text-decoration:none">Join the call</a></p>""")).Append('\n');
        html.Append(Encode($"""
            <p style="margin:0"><a class="link" href="{letter.TicketUrl}" style="color:#1f5fd6">{letter.TicketLabel}</a></p>
            </div>
            <p class="quiet" style="max-width:560px;margin:16px auto 0;padding:0 24px;color:#5b6675;font-size:13px;line-height:1.5">{letter.Why}
            """));
        if (letter.Stop is { } stop)
            html.Append(Encode($"""<br><a class="link" href="{stop.Url}" style="color:#1f5fd6">{stop.Text}</a>"""));
        return html.Append("</p>\n</body></html>\n").ToString();
    }

    private static string Encode(EncodedHtml html) => html.ToString();

    /// <summary>An interpolated string whose every hole is encoded: nothing that people wrote can become markup.</summary>
    [InterpolatedStringHandler]
    private readonly ref struct EncodedHtml(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _html = new(literalLength + formattedCount * 32);

        public void AppendLiteral(string markup) => _html.Append(markup);

        public void AppendFormatted(string value) => _html.Append(HtmlEncoder.Default.Encode(value));

        public override string ToString() => _html.ToString();
    }
}
