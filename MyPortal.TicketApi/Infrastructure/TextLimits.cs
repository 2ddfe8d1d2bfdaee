namespace MyPortal.TicketApi.Infrastructure;

/// <summary>How long texts of people and of rules may be, in characters.</summary>
internal static class TextLimits
{
    /// <summary>A description, a reply, the text of a mail.</summary>
    public const int MaxTextLength = 20_000;

    /// <summary>The subject of a ticket or of a mail: one line.</summary>
    public const int MaxSubjectLength = 200;

    // As messages say them. Those of attributes are constants, into which no number can be put.
    public const string MaxTextLengthInWords = "20,000";
    public const string MaxSubjectLengthInWords = "200";
}
