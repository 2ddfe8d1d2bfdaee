using System.Security.Cryptography;

namespace MyPortal.CalComStandIn.Scheduling;

/// <summary>All bookings since the start, in memory, oldest first. One person's time can be booked once.</summary>
internal sealed class Bookings(TimeProvider time)
{
    private const string UidAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private readonly Lock _lock = new();
    private readonly List<Booking> _bookings = [];

    /// <summary>The hosts who have some.</summary>
    public IReadOnlyList<string> Users
    {
        get
        {
            lock (_lock)
                return [.. _bookings.Select(b => b.User).Distinct()];
        }
    }

    public IReadOnlyList<Booking> Of(string user)
    {
        lock (_lock)
            return [.. _bookings.Where(b => b.User == user)];
    }

    public Booking? Find(string uid)
    {
        lock (_lock)
            return _bookings.Find(b => b.Uid == uid);
    }

    /// <summary>Books a slot; null when somebody was faster.</summary>
    /// <param name="eventType">What is booked.</param>
    /// <param name="slot">When.</param>
    /// <param name="details">By whom and what for.</param>
    /// <param name="anyTime">Books the time even when it is taken.</param>
    public Booking? TryBook(EventType eventType, Slot slot, BookingDetails details, bool anyTime = false)
    {
        lock (_lock)
        {
            return !anyTime && IsTaken(eventType.User, slot)
                ? null
                : Add(new Booking
                {
                    Uid = "",
                    Id = 0,
                    RootUid = "",
                    User = eventType.User,
                    EventSlug = eventType.Slug,
                    Start = slot.Start,
                    End = slot.End,
                    Attendee = details.Attendee,
                    Guests = details.Guests,
                    Notes = details.Notes,
                    Metadata = details.Metadata,
                    Status = eventType.RequiresConfirmation || eventType.IsPaid ? BookingStatus.Pending : BookingStatus.Accepted,
                    PaymentDue = eventType.IsPaid,
                    CreatedAt = default,
                    UpdatedAt = default,
                });
        }
    }

    /// <summary>Replaces a booking by one at another time, with a new uid and the same metadata, as Cal.com does (<c>createBooking.ts</c>).</summary>
    public Outcome Reschedule(string uid, BookingMove move, bool anyTime)
    {
        lock (_lock)
        {
            var old = _bookings.Find(b => b.Uid == uid);
            if (old is null)
                return Outcome.NotFound;
            if (!old.CanMove)
                return Outcome.Refused("This booking can no longer be moved.");
            if (!anyTime && IsTaken(old.User, move.Slot))
                return Outcome.Refused("This time has just been taken. Please choose another.");

            // The host's own move needs nobody's confirmation; a payment still due stays due.
            var waits = old.PaymentDue || (old.EventType.RequiresConfirmation && move.By == Party.Attendee);
            var moved = Add(old with
            {
                Start = move.Slot.Start,
                End = move.Slot.End,
                Metadata = new Dictionary<string, string>([.. old.Metadata, .. move.Metadata.ExceptBy(old.Metadata.Keys, m => m.Key)]),
                Status = waits ? BookingStatus.Pending : BookingStatus.Accepted,
                Reason = null,
                CancelledBy = null,
                RequestReschedule = false,
                RescheduledFrom = new Predecessor(old.Id, old.Uid, old.Start, old.End, old.EmailOf(move.By), move.Reason),
                ICalSequence = old.ICalSequence + 1,
                NoShow = false,
                Started = false,
                Ended = false,
            });
            Put(old with { Status = BookingStatus.Cancelled, RescheduledTo = moved.Uid });
            return Outcome.Done(moved);
        }
    }

    /// <summary>Changes one booking, unless it is not allowed as it is.</summary>
    public Outcome Change(string uid, Func<Booking, bool> allowed, string otherwise, Func<Booking, Booking> change)
    {
        lock (_lock)
        {
            return _bookings.Find(b => b.Uid == uid) is not { } booking ? Outcome.NotFound
                : allowed(booking) ? Outcome.Done(Put(change(booking)))
                : Outcome.Refused(otherwise);
        }
    }

    /// <summary>Whether the host has another booking at that time, whichever of their event types it is of.</summary>
    public bool IsTaken(string user, Slot slot)
    {
        lock (_lock)
            return _bookings.Exists(b => b.User == user && b.TakesItsTime && b.Start < slot.End && slot.Start < b.End);
    }

    private Booking Add(Booking booking)
    {
        var uid = RandomNumberGenerator.GetString(UidAlphabet, 22);
        var now = time.GetUtcNow();
        var added = booking with
        {
            Uid = uid,
            Id = _bookings.Count + 1,
            RootUid = booking.RootUid.Length > 0 ? booking.RootUid : uid,
            CreatedAt = now,
            UpdatedAt = now,
        };
        _bookings.Add(added);
        return added;
    }

    private Booking Put(Booking booking)
    {
        var changed = booking with { UpdatedAt = time.GetUtcNow() };
        _bookings[_bookings.FindIndex(b => b.Uid == booking.Uid)] = changed;
        return changed;
    }
}
