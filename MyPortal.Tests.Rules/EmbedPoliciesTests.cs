using MyPortal.Web.Clients;
using MyPortal.Web.Security;

namespace MyPortal.Tests.Rules;

/// <summary>The headers of pages with a card: built once for each set of origins, and never more than a bounded number of them kept.</summary>
public sealed class EmbedPoliciesTests
{
    private static Embed Of(string host, string link = "someone/30min") =>
        new(link, $"https://{host}", $"https://{host}/embed/embed.js", [$"https://{host}", "https://cal.com"]);

    [Fact]
    public void Calendars_of_one_origin_share_their_headers_whatever_the_link()
    {
        using var policies = new EmbedPolicies(_ => []);
        policies.For(Of("app.cal.com", "other/15min")).ShouldBeSameAs(policies.For(Of("app.cal.com")));
    }

    [Fact]
    public void A_different_origin_script_or_frame_never_shares_them()
    {
        using var policies = new EmbedPolicies(_ => []);
        var embed = Of("app.cal.com");
        var others = (Embed[])[embed with { Origin = "https://cal.eu" }, embed with { ScriptUrl = "https://cal.eu/embed/embed.js" }, embed with { FrameOrigins = ["https://cal.com"] }];
        foreach (var other in others)
            policies.For(other).ShouldNotBeSameAs(policies.For(embed));
    }

    [Fact]
    public void Any_number_of_origins_keeps_a_bounded_number_of_headers()
    {
        using var policies = new EmbedPolicies(_ => []);
        for (var host = 0; host < 10 * EmbedPolicies.MaxPolicies; host++)
            policies.For(Of($"host{host}.example")).ShouldNotBeNull();
        policies.Count.ShouldBeLessThanOrEqualTo(EmbedPolicies.MaxPolicies);
    }
}
