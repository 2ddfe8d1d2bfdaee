namespace MyPortal.TicketApi.Automation.Conditions;

/// <summary>How a field's value is written and what it can be compared with.</summary>
public enum FieldType
{
    /// <summary>Any text; upper and lower case make no difference.</summary>
    Text,

    /// <summary>One of a few values, which the vocabulary lists.</summary>
    Choice,

    /// <summary>A moment; written in ISO 8601 with its offset, for example <c>2026-12-01T14:00:00Z</c>.</summary>
    Time,

    /// <summary>A decimal number, for example <c>2.5</c>.</summary>
    Number,
}
