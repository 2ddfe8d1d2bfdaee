using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Calls;

/// <summary>The part of the page about the calendar's private address.</summary>
public sealed class FeedSection
{
    /// <summary>Null while TicketApi cannot be asked.</summary>
    public FeedState? State { get; set; }

    /// <summary>An address just made. It stands in this answer and never again.</summary>
    public string? NewUrl { get; set; }

    public string? Problem { get; set; }
}
