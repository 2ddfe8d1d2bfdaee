namespace MyPortal.TicketApi.Automation;

/// <summary>Collects messages by field; the first about a field is the one that helps.</summary>
internal sealed class ValidationErrors
{
    private readonly Dictionary<string, string[]> _messages = [];

    public void Add(string field, string message) => _messages.TryAdd(field, [message]);

    public Dictionary<string, string[]> ToDictionary() => _messages;
}
