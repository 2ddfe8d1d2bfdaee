using System.Runtime.CompilerServices;
using System.Text;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.CalCom.Reconciliation;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.Tests.Rules.Bookings;

/// <summary>The calls of one connection in memory: what arrives is matched or waits, as in the database.</summary>
internal sealed class CallBook(Func<string, Guid?> ticketOf)
{
    public static readonly DateTimeOffset Received = new(2031, 6, 1, 0, 0, 0, TimeSpan.Zero);

    // The same texts come in every order, to many books: each is read once.
    private static readonly ConditionalWeakTable<string, Told> Known = new();

    private readonly HashSet<string> _seen = [];
    private readonly List<(CallFact Fact, Guid? TicketId)> _waiting = [];
    private int _ids;

    public List<CallThread> Threads { get; } = [];
    public List<TicketEventKind> Events { get; } = [];

    public CallBook Deliver(params IEnumerable<string> bodies)
    {
        foreach (var body in bodies)
        {
            // The same bytes again only count up.
            if (!_seen.Add(body))
                continue;
            var told = Known.GetValue(body, Read);
            Process(told.Fact, told.Reference is null ? null : ticketOf(told.Reference));
        }
        return this;
    }

    /// <summary>All that people and other parts of the portal can tell apart, without the ids that were made up here.</summary>
    public string Describe()
    {
        var lines = new List<string>();
        foreach (var thread in Threads.OrderBy(thread => thread.Facts.Uids.Min(), StringComparer.Ordinal))
        {
            var state = thread.State!;
            lines.Add($"{thread.TicketId} {state with { Details = state.Details with { AttendeeEmails = [] } }} {string.Join(',', state.Details.AttendeeEmails)}");
            foreach (var entry in CallTimeline.Entries(thread).OrderBy(entry => entry.ToString(), StringComparer.Ordinal))
                lines.Add($"  {entry}");
        }
        foreach (var (fact, _) in _waiting.DistinctBy(waiting => waiting.Fact.Key).OrderBy(waiting => waiting.Fact.Key.ToString(), StringComparer.Ordinal))
            lines.Add($"waits: {fact.Key}");
        return string.Join('\n', lines);
    }

    private static Told Read(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var content = (ReconciledDelivery.Read(bytes) ?? WebhookReader.Read(bytes)).ShouldNotBeNull();
        return new(DeliveryFacts.Read(content, DeliveryFacts.Kind(content.Trigger)!.Value, Received).ShouldNotBeNull(), content.Reference);
    }

    private void Process(CallFact fact, Guid? ticketId)
    {
        var change = CallChange.Of(fact, ticketId, Threads, () => new Guid(++_ids, 0, 0, new byte[8]));
        if (change.Call is not { } thread)
        {
            change.Outcome.ShouldBe(MatchOutcome.Unmatched);
            _waiting.Add((fact, ticketId));
            return;
        }

        Threads.RemoveAll(known => known.Id == thread.Id || change.Absorbed.Any(absorbed => absorbed.Id == known.Id));
        Threads.Add(thread);
        if (change.Event is { } kind)
            Events.Add(kind);
        var now = _waiting.Where(waiting => change.NewUids.Any(uid => uid == waiting.Fact.Uid || uid == waiting.Fact.Predecessor)).ToList();
        _waiting.RemoveAll(now.Contains);
        now.ForEach(waiting => Process(waiting.Fact, waiting.TicketId));
    }

    private sealed record Told(CallFact Fact, string? Reference);
}
