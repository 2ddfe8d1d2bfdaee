namespace MyPortal.TicketApi.Mail.Letters;

/// <summary>
/// What a mail says, before it becomes text and HTML. All of it is plain text that people may have written. Public because Razor components
/// are, and it is a parameter of one.
/// </summary>
/// <param name="Subject">One line.</param>
/// <param name="Heading">What happened, in a few words.</param>
/// <param name="Paragraphs">What happened, in sentences.</param>
/// <param name="Facts">When, with whom, why: label and value.</param>
/// <param name="JoinUrl">Where the call takes place; null for everybody who may not join it.</param>
/// <param name="TicketUrl">The ticket's page.</param>
/// <param name="TicketLabel">What the link to it says.</param>
/// <param name="Why">Why the reader gets this mail.</param>
/// <param name="Stop">How to get no more of them; null when a rule named the address.</param>
public sealed record Letter(
    string Subject,
    string Heading,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<(string Label, string Value)> Facts,
    string? JoinUrl,
    string TicketUrl,
    string TicketLabel,
    string Why,
    StopLink? Stop);

/// <summary>The link that ends such mails with one press.</summary>
public sealed record StopLink(string Text, string Url);
