using Microsoft.Extensions.Caching.Memory;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Security;

/// <summary>
/// The headers of pages with a card, built once for each set of origins. There are as many of those as there are calendars' origins: a handful, unless
/// somebody enters link after link, and then no more than <see cref="MaxPolicies"/> are kept.
/// </summary>
internal sealed class EmbedPolicies(Func<Embed, HeaderPolicyCollection> build) : IDisposable
{
    public const int MaxPolicies = 200;

    private static readonly TimeSpan MaxIdleTime = TimeSpan.FromHours(1);

    private readonly MemoryCache _policies = new(new MemoryCacheOptions { SizeLimit = MaxPolicies });

    public int Count => _policies.Count;

    public HeaderPolicyCollection For(Embed embed) =>
        // All that the headers depend on; the path of the link is no part of it.
        _policies.GetOrCreate((embed.Origin, embed.ScriptUrl, string.Join(' ', embed.FrameOrigins)), entry =>
        {
            entry.SetSize(1).SetSlidingExpiration(MaxIdleTime);
            return build(embed);
        })!;

    public void Dispose() => _policies.Dispose();
}
