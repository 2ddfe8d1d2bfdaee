using System.Collections.Concurrent;
using System.Threading.Channels;

namespace MyPortal.TicketApi.Tickets.LiveUpdates;

/// <summary>Who on this replica waits for changes of which ticket.</summary>
internal sealed class TicketListeners
{
    private readonly ConcurrentDictionary<Listener, (Guid TicketId, bool IsStaff)> _listeners = new();

    public Listener Add(Guid ticketId, bool isStaff)
    {
        var listener = new Listener(this);
        _listeners[listener] = (ticketId, isStaff);
        return listener;
    }

    public void Tell(TicketNews news)
    {
        foreach (var (listener, _) in _listeners.Where(pair => pair.Value.TicketId == news.TicketId && (pair.Value.IsStaff || !news.IsForStaff)))
            listener.Tell();
    }

    /// <summary>Something may have changed that nobody heard of.</summary>
    public void Missed()
    {
        foreach (var listener in _listeners.Keys)
            listener.Tell();
    }

    internal sealed class Listener(TicketListeners listeners) : IDisposable
    {
        // Several changes before the next look are one.
        private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        /// <summary>False when <paramref name="timeout"/> has passed without a change.</summary>
        public async Task<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
        {
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            time.CancelAfter(timeout);
            try
            {
                return await _changes.Reader.ReadAsync(time.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }

        public void Tell() => _changes.Writer.TryWrite(true);

        public void Dispose() => listeners._listeners.TryRemove(this, out _);
    }
}
