using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using MyPortal.AppHost.CalCom.Scheduling;

namespace MyPortal.AppHost.CalCom.Pages;

/// <summary>What all pages share. Whatever is put into a template is HTML-encoded unless it is HTML already.</summary>
internal static class Layout
{
    public static IHtmlContent Html(FormattableString template) => new HtmlFormattableString(template.Format, template.GetArguments());

    public static IHtmlContent Each<T>(IEnumerable<T> items, Func<T, FormattableString> template) =>
        items.Aggregate(new HtmlContentBuilder(), (all, item) => (HtmlContentBuilder)all.AppendHtml(Html(template(item))));

    public static IHtmlContent When(Booking booking) => Html($"""
        <time datetime="{booking.Start.ToString("O", CultureInfo.InvariantCulture)}">{booking.Start.UtcDateTime.ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)}–{booking.End.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC</time>
        """);

    /// <summary>What state it is in, in words.</summary>
    public static string State(Booking booking) => booking switch
    {
        { RescheduledTo: not null } => "Moved to another time",
        { RequestReschedule: true } => "Cancelled: the host asks for another time",
        { Status: BookingStatus.Cancelled } => "Cancelled",
        { Status: BookingStatus.Rejected } => "Rejected",
        { PaymentDue: true } => "Payment due",
        { Status: BookingStatus.Pending } => "Waits for confirmation",
        { NoShow: true } => "Nobody came",
        { Ended: true } => "Ended",
        { Started: true } => "Under way",
        _ => "Accepted",
    };

    /// <summary>A page without attributes and scripts.</summary>
    public static string Page(string title, IHtmlContent main) => Page(title, Html($""), Html($""), main);

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
