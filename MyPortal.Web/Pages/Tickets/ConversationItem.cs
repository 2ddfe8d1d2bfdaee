using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Tickets;

/// <summary>One entry of the conversation: a reply, or something that happened to the ticket.</summary>
public sealed record ConversationItem(DateTimeOffset At, Reply? Reply, TimelineEntry? Event)
{
    /// <summary>Both in the order in which they happened.</summary>
    public static IReadOnlyList<ConversationItem> Merge(IEnumerable<Reply> replies, IEnumerable<TimelineEntry> timeline) =>
        [.. replies.Select(reply => new ConversationItem(reply.CreatedAt, reply, null))
            .Concat(timeline.Where(entry => entry.Kind != "created").Select(entry => new ConversationItem(entry.At, null, entry)))
            .OrderBy(item => item.At)];
}
