using Microsoft.Extensions.Options;
using MyPortal.ProfileApi.BookingLinks.Parsing;

namespace MyPortal.ProfileApi.BookingLinks;

/// <summary>
/// Says what a stored link is by today's configuration: a change to the administrator's list needs no change to stored links.
/// </summary>
internal sealed class LinkDescriber(IOptions<CalComOptions> options, IHostEnvironment environment)
{
    public LinkRules Rules { get; } = LinkRules.From(options.Value, environment);

    /// <summary>Null when there is no link, or when it is one that could not be saved today (a stand-in's, a port no longer listed).</summary>
    public BookingLinkResponse? Describe(string? stored)
    {
        if (BookingLink.Parse(stored, Rules).Url is not { } url)
            return null;

        var link = new Uri(url);
        var provider = BookingProviders.Recognise(link, Rules);
        var embed = provider switch
        {
            BookingProvider.CalCom => CalComEmbed.For(link, Rules),
            BookingProvider.Other => new CalComEmbed(null, "This link opens in a new tab. If it is your own Cal.com server, an administrator can list its address, so that its calendar opens inside the ticket."),
            _ => new CalComEmbed(null, null),
        };
        var appearance = embed.Facts is null ? BookingAppearance.NewTab : BookingAppearance.Embedded;
        return new BookingLinkResponse(url, provider, provider.Name(), appearance, embed.Facts, embed.Notice);
    }
}
