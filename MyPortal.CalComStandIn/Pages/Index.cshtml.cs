using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.CalComStandIn.Embed;
using MyPortal.CalComStandIn.Scheduling;
using MyPortal.CalComStandIn.Webhooks;

namespace MyPortal.CalComStandIn.Pages;

/// <summary>What there is.</summary>
internal sealed class IndexModel(EmbedScript script, Bookings bookings, WebhookRegistry webhooks) : PageModel
{
    public string? ScriptMissing => script.Missing;

    /// <summary>Whoever has bookings or webhooks; and Tess, whose link the demo data have.</summary>
    public IEnumerable<string> Hosts => bookings.Users.Concat(webhooks.Users).Append("tess").Distinct().Order();
}
