using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.CalCom.Api;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.CalCom.Reconciliation;

/// <summary>What we know of some of Cal.com's bookings.</summary>
internal sealed class KnownBookings(TicketDbContext db)
{
    /// <summary>What is known in this connection about these bookings, and those that they replaced or were replaced by.</summary>
    public async Task<Known> AmongAsync(string connectionId, IEnumerable<CalComBooking> bookings, CancellationToken cancellationToken)
    {
        var uids = bookings.SelectMany(booking => new[] { booking.Uid, booking.RescheduledFromUid, booking.RescheduledToUid })
            .OfType<string>().Distinct().ToList();
        var known = await db.CallUids
            .Where(known => known.ConnectionId == connectionId && uids.Contains(known.Uid))
            .Select(known => known.Uid)
            .ToListAsync(cancellationToken);
        var facts = await db.StoredFacts
            .Where(fact => known.Contains(fact.Uid)
                && db.Set<CallUid>().Any(uid => uid.ConnectionId == connectionId && uid.Uid == fact.Uid && uid.CallId == fact.CallId))
            .ToListAsync(cancellationToken);
        return new Known([.. known], facts.Select(CallStore.Read).ToLookup(fact => fact.Uid));
    }

    internal sealed class Known(HashSet<string> uids, ILookup<string, CallFact> facts)
    {
        public bool Knows(string? uid) => uid is not null && uids.Contains(uid);

        /// <summary>Whether it is a call about a ticket: it says so, or belongs to one that did.</summary>
        public bool Concerns(CalComBooking booking) =>
            Knows(booking.Uid) || Knows(booking.RescheduledFromUid) || Knows(booking.RescheduledToUid)
            || booking.Metadata?.GetValueOrDefault(DeliveryContent.ReferenceField).ValueKind is JsonValueKind.String;

        public IEnumerable<CallFact> Facts(CalComBooking booking) => facts[booking.Uid];
    }
}
