using System.ComponentModel.DataAnnotations;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets.Replies;

/// <summary>One reply, or internal note, on a ticket.</summary>
/// <param name="Id">Identifies the reply.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="AuthorRole">The author's role at that time.</param>
/// <param name="Body">Plain text, at most 20,000 characters.</param>
/// <param name="IsInternal">Always false in what customers get: internal notes are left out of their answers altogether.</param>
/// <param name="CreatedAt">When it was written, in UTC.</param>
public sealed record ReplyItem(Guid Id, PersonReference Author, Role AuthorRole, string Body, bool IsInternal, DateTimeOffset CreatedAt);

/// <summary>Some of a ticket's replies, oldest first.</summary>
/// <param name="Items">At most 50 replies.</param>
/// <param name="EarlierReplies">Send it as <c>before</c> for those before; null when there are none.</param>
public sealed record ReplyPage(IReadOnlyList<ReplyItem> Items, string? EarlierReplies);

/// <summary>A reply to be added.</summary>
/// <param name="Body">1 to 20,000 characters of plain text.</param>
/// <param name="IsInternal">For technicians and administrators only to see; customers may not set it.</param>
public sealed record NewReply(
    [property: Required(ErrorMessage = NewReply.BodyWanted), StringLength(TextLimits.MaxTextLength, MinimumLength = 1, ErrorMessage = NewReply.BodyWanted), PlainText]
    string Body,
    bool IsInternal = false)
{
    private const string BodyWanted = $"Write a reply of at most {TextLimits.MaxTextLengthInWords} characters.";
}
