using MyPortal.Web.Clients;

namespace MyPortal.Tests.Webhooks;

/// <summary>A ticket's calls and timeline, with what Web does not read: which call an entry is about.</summary>
internal sealed record TicketWithCalls(IReadOnlyList<TicketCall> Calls, IReadOnlyList<CallEntry> Timeline)
{
    /// <summary>Rules may add entries of their own.</summary>
    public IReadOnlyList<CallEntry> CallEntries => [.. Timeline.Where(entry => entry.Kind.StartsWith("call_", StringComparison.Ordinal))];
}

internal sealed record CallEntry(string Kind, string? From, string? To, Guid? BookingId);
