using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets.Replies;

internal sealed class Reply
{
    public Guid Id { get; init; }
    public Guid TicketId { get; init; }
    public Guid AuthorId { get; init; }
    public Person Author { get; init; } = null!;

    /// <summary>The author's role at the time of writing.</summary>
    public Role AuthorRole { get; init; }

    public required string Body { get; init; }

    /// <summary>For technicians and administrators only.</summary>
    public bool IsInternal { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public ReplyItem ToItem(string authorName) => new(Id, new PersonReference(AuthorId, authorName), AuthorRole, Body, IsInternal, CreatedAt);
}
