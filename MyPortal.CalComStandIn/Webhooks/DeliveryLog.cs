using System.Text;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>The latest deliveries of all hosts, in the order in which they ended.</summary>
internal sealed class DeliveryLog(TimeProvider time)
{
    private const int MaxEntries = 2000;

    private readonly Lock _lock = new();
    private readonly Queue<(LoggedDelivery Entry, Delivery Delivery)> _entries = new();
    private long _lastId;

    /// <summary>One host's, oldest first.</summary>
    public IReadOnlyList<LoggedDelivery> Of(string user)
    {
        lock (_lock)
            return [.. _entries.Select(e => e.Entry).Where(e => e.User == user)];
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
            if (_entries.Count > MaxEntries)
                _entries.Dequeue();
            return entry;
        }
    }
}
