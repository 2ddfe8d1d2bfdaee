using System.Text;

namespace MyPortal.AppHost.CalCom.Webhooks;

internal enum DeliveryOutcome
{
    /// <summary>The subscriber answered; whatever it answered, it is not asked again.</summary>
    Answered,

    /// <summary>No connection, or none that lasted.</summary>
    Failed,

    TimedOut,

    /// <summary>Lost by the switch, never sent.</summary>
    Dropped,
}

/// <summary>What became of a delivery. Of the URL only the host is told, because the rest may be secret.</summary>
internal sealed record LoggedDelivery(
    long Id, DateTimeOffset At, string User, string Event, string? Uid, string Host, DeliveryOutcome Outcome, int? Status);

/// <summary>The same with what was sent, byte for byte.</summary>
internal sealed record DeliveryContent(LoggedDelivery Delivery, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>The latest deliveries of all hosts, in the order in which they ended.</summary>
internal sealed class DeliveryLog(TimeProvider time)
{
    private const int Kept = 2000;

    private readonly Lock _lock = new();
    private readonly Queue<(LoggedDelivery Entry, Delivery Delivery)> _entries = new();
    private long _lastId;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<LoggedDelivery> Of(string? user, string? uid = null)
    {
        lock (_lock)
            return [.. _entries.Select(e => e.Entry).Where(e => (user is null || e.User == user) && (uid is null || e.Uid == uid))];
    }

    public DeliveryContent? Content(long id)
    {
        lock (_lock)
        {
            return _entries.Where(e => e.Entry.Id == id)
                .Select(e => new DeliveryContent(e.Entry, e.Delivery.Headers, Encoding.UTF8.GetString(e.Delivery.Body)))
                .FirstOrDefault();
        }
    }

    public LoggedDelivery Add(Delivery delivery, DeliveryOutcome outcome, int? status = null)
    {
        lock (_lock)
        {
            var entry = new LoggedDelivery(
                ++_lastId, time.GetUtcNow(), delivery.User, delivery.Event, delivery.Uid, delivery.Url.Authority, outcome, status);
            _entries.Enqueue((entry, delivery));
            if (_entries.Count > Kept)
                _entries.Dequeue();
            return entry;
        }
    }
}
