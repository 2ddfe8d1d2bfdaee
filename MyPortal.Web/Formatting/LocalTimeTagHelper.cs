using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MyPortal.Web.Formatting;

/// <summary>
/// <c>&lt;local-time at="…" /&gt;</c>: a moment, written in UTC so that it is right without scripts; <c>local-times.js</c> rewrites it in the
/// reader's own time zone.
/// </summary>
[HtmlTargetElement("local-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LocalTimeTagHelper : TagHelper
{
    public DateTimeOffset At { get; set; }

    /// <summary>Leaves the day out, where it stands beside.</summary>
    public bool TimeOnly { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var utc = At.ToUniversalTime();
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        if (TimeOnly)
            output.Attributes.SetAttribute("data-time-only", "");
        output.Content.SetContent(utc.ToString(TimeOnly ? "HH:mm 'UTC'" : "d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture));
    }
}
