using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using MyPortal.TicketApi.Infrastructure.Problems;

namespace MyPortal.TicketApi.Tickets;

/// <summary>Optimistic concurrency over HTTP: the row's version travels as <c>ETag</c> and comes back in <c>If-Match</c>.</summary>
internal static class TicketVersion
{
    public static string Text(uint version) => version.ToString(CultureInfo.InvariantCulture);

    public static void SendVersion(this HttpResponse response, string version) => response.Headers.ETag = $"\"{version}\"";

    /// <summary>Null when the request names the present version; otherwise the refusal: 428 without a version, 412 for another one.</summary>
    public static ProblemHttpResult? RefuseUnlessCurrent(uint version, string? ifMatch, string what)
    {
        // "*" would mean "whatever it is by now", which is what this is here to prevent.
        if (string.IsNullOrWhiteSpace(ifMatch) || ifMatch.Trim() == "*")
            return Refusals.VersionRequired(what);
        var current = $"\"{Text(version)}\"";
        return EntityTagHeaderValue.TryParseList([ifMatch], out var tags) && tags.Any(tag => !tag.IsWeak && tag.Tag == current)
            ? null
            : Refusals.Stale(what);
    }
}
