using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace MyPortal.AppHost.CalCom;

/// <summary>What all pages share. Whatever is put into a template is HTML-encoded unless it is HTML already.</summary>
internal static class Layout
{
    public static IHtmlContent Html(FormattableString template) => new HtmlFormattableString(template.Format, template.GetArguments());

    public static IHtmlContent Each<T>(IEnumerable<T> items, Func<T, FormattableString> template) =>
        items.Aggregate(new HtmlContentBuilder(), (all, item) => (HtmlContentBuilder)all.AppendHtml(Html(template(item))));

    public static string Page(string title, IHtmlContent htmlAttributes, IHtmlContent head, IHtmlContent main)
    {
        using var writer = new StringWriter();
        Html($"""
            <!DOCTYPE html>
            <html lang="en" {htmlAttributes}>
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="robots" content="noindex">
              <title>{title}</title>
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="{CalComStandIn.AssetsPath}/stand-in.css">
              {head}
            </head>
            <body>
            <main class="main">
              <p class="banner" role="note">Cal.com stand-in for development: nothing is booked for real</p>
            {main}
            </main>
            </body>
            </html>
            """).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
