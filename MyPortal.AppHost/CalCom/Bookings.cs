using System.Security.Cryptography;

namespace MyPortal.AppHost.CalCom;

/// <summary>All bookings since the start, in memory, oldest first. One person's time can be booked once.</summary>
internal sealed class Bookings(TimeProvider time)
{
    private const string UidAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private readonly Lock _lock = new();
    private readonly List<Booking> _bookings = [];

    public IReadOnlyList<Booking> All
    {
        get
        {
            lock (_lock)
                return [.. _bookings];
        }
    }

    /// <summary>Books a slot; null when somebody was faster.</summary>
    public Booking? TryBook(EventType eventType, Slot slot, Attendee attendee, string notes, IReadOnlyDictionary<string, string> metadata)
    {
        lock (_lock)
        {
            if (IsTaken(eventType.User, slot))
                return null;

            var booking = new Booking(
                RandomNumberGenerator.GetString(UidAlphabet, 22), _bookings.Count + 1,
                eventType.User, eventType.Slug, eventType.Id, $"{eventType.Title} between {eventType.Host} and {attendee.Name}",
                slot.Start, slot.End, attendee, notes, metadata, BookingStatus.Accepted, time.GetUtcNow());
            _bookings.Add(booking);
            return booking;
        }
    }

    /// <summary>Whether the host has another booking at that time, whichever of their event types it is of.</summary>
    public bool IsTaken(string user, Slot slot)
    {
        lock (_lock)
            return _bookings.Exists(b => b.User == user && b.TakesItsTime && b.Start < slot.End && slot.Start < b.End);
    }
}
