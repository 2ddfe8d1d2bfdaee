using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Timeline;

namespace MyPortal.TicketApi.Calls;

/// <summary>
/// Keeps calls in the database: their facts, and what follows from them. Everything happens in the caller's transaction, under the lock of the
/// call's connection.
/// </summary>
internal sealed class CallStore(TicketDbContext db)
{
    private const int LockSpace = 4_071_002;

    /// <summary>
    /// Until the transaction ends, nobody else changes calls of that connection. Deliveries of one connection are about each other, those of
    /// different ones never.
    /// </summary>
    public Task LockAsync(string connectionId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockSpace}, hashtext({connectionId}))", cancellationToken);

    /// <summary>The calls of the connection that know one of the uids, to be changed.</summary>
    public Task<List<Booking>> KnowingAsync(string connectionId, IReadOnlyCollection<string> uids, CancellationToken cancellationToken) =>
        db.Bookings.Include(booking => booking.Facts).Include(booking => booking.Uids).AsSplitQuery()
            .Where(booking => booking.Uids.Any(uid => uid.ConnectionId == connectionId && uids.Contains(uid.Uid)))
            .ToListAsync(cancellationToken);

    public static CallThread Thread(Booking booking) => new(booking.Id, booking.TicketId, new FactSet(booking.Facts.Select(Read)));

    /// <summary>Joins calls that were known in pieces into the first of them.</summary>
    public async Task<Booking> JoinAsync(Guid survivor, IReadOnlyCollection<Guid> absorbed, CancellationToken cancellationToken)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.Entity is Booking or BookingFact or BookingUid).ToList())
            entry.State = EntityState.Detached;
        await db.BookingFacts.Where(fact => absorbed.Contains(fact.BookingId))
            .ExecuteUpdateAsync(set => set.SetProperty(fact => fact.BookingId, survivor), cancellationToken);
        await db.BookingUids.Where(uid => absorbed.Contains(uid.BookingId))
            .ExecuteUpdateAsync(set => set.SetProperty(uid => uid.BookingId, survivor), cancellationToken);
        await db.Timeline.Where(entry => entry.BookingId != null && absorbed.Contains(entry.BookingId.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.BookingId, survivor), cancellationToken);
        await db.Bookings.Where(booking => absorbed.Contains(booking.Id)).ExecuteDeleteAsync(cancellationToken);
        return await db.Bookings.Include(booking => booking.Facts).Include(booking => booking.Uids).AsSplitQuery()
            .SingleAsync(booking => booking.Id == survivor, cancellationToken);
    }

    /// <summary>Brings facts, uids, derived columns and timeline entries of a call to what <paramref name="facts"/> say.</summary>
    /// <returns>Whether the ticket's timeline has changed.</returns>
    public async Task<bool> WriteAsync(Booking booking, FactSet facts, Guid? deliveryId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        booking.Take(BookingDerivation.Derive(facts)!, facts, now);
        var ids = Facts(booking, facts, deliveryId);
        Uids(booking, facts);
        return await TimelineAsync(booking, facts, ids, cancellationToken);
    }

    private Dictionary<(string Uid, BookingFactKind Kind, string Discriminator), Guid> Facts(Booking booking, FactSet facts, Guid? deliveryId)
    {
        var known = booking.Facts.ToDictionary(fact => (fact.Uid, fact.Kind, fact.Discriminator));
        foreach (var fact in facts)
        {
            var data = JsonSerializer.Serialize(fact);
            if (!known.TryGetValue(fact.Key, out var stored))
            {
                stored = new BookingFact
                {
                    Id = Guid.CreateVersion7(),
                    BookingId = booking.Id,
                    Uid = fact.Uid,
                    Kind = fact.Kind,
                    Discriminator = fact.Discriminator,
                    At = fact.At,
                    Start = fact.Start,
                    End = fact.End,
                    Data = data,
                    DeliveryId = deliveryId,
                };
                known[fact.Key] = stored;
                booking.Facts.Add(stored);
                db.BookingFacts.Add(stored);
            }
            else if (JsonSerializer.Serialize(Read(stored)) != data)
            {
                // Told again, and the other telling is the one to keep.
                db.Entry(stored).CurrentValues.SetValues(new { fact.At, fact.Start, fact.End, Data = data });
            }
        }
        return known.ToDictionary(pair => pair.Key, pair => pair.Value.Id);
    }

    private void Uids(Booking booking, FactSet facts)
    {
        // Disconnected: nothing can arrive any more that would have to find the call.
        if (booking.ConnectionId is not { } connectionId)
            return;
        var chain = new UidChain(facts);
        foreach (var name in facts.Uids)
        {
            var uid = booking.Uids.Find(uid => uid.Uid == name);
            if (uid is null)
            {
                uid = new BookingUid { ConnectionId = connectionId, Uid = name, BookingId = booking.Id };
                booking.Uids.Add(uid);
                db.BookingUids.Add(uid);
            }
            uid.PredecessorUid = chain.Predecessor(name);
        }
    }

    private async Task<bool> TimelineAsync(
        Booking booking, FactSet facts, Dictionary<(string Uid, BookingFactKind Kind, string Discriminator), Guid> ids, CancellationToken cancellationToken)
    {
        var stored = await db.Timeline.Where(entry => entry.BookingId == booking.Id).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        foreach (var entry in CallTimeline.Entries(facts))
        {
            if (stored.Remove(ids[entry.Fact], out var there))
                db.Entry(there).CurrentValues.SetValues(new { entry.Kind, entry.At, entry.From, entry.To });
            else
                db.Timeline.Add(new TimelineEntry { Id = ids[entry.Fact], TicketId = booking.TicketId, BookingId = booking.Id, Kind = entry.Kind, At = entry.At, From = entry.From, To = entry.To });
        }
        db.Timeline.RemoveRange(stored.Values);
        return db.ChangeTracker.Entries<TimelineEntry>().Any(entry => entry.State is not EntityState.Unchanged);
    }

    /// <summary>The fact as it was kept.</summary>
    public static KnownFact Read(BookingFact fact) => JsonSerializer.Deserialize<KnownFact>(fact.Data)!;
}
