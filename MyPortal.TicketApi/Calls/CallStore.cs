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
public sealed class CallStore(TicketDbContext db)
{
    private const int LockSpace = 4_071_002;

    /// <summary>
    /// Until the transaction ends, nobody else changes calls of that connection. Deliveries of one connection are about each other, those of
    /// different ones never.
    /// </summary>
    public Task LockAsync(string connectionId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockSpace}, hashtext({connectionId}))", cancellationToken);

    /// <summary>The calls of the connection that know one of the uids, to be changed.</summary>
    internal Task<List<Call>> KnowingAsync(string connectionId, IReadOnlyCollection<string> uids, CancellationToken cancellationToken) =>
        db.Calls.Include(call => call.Facts).Include(call => call.Uids).AsSplitQuery()
            .Where(call => call.Uids.Any(uid => uid.ConnectionId == connectionId && uids.Contains(uid.Uid)))
            .ToListAsync(cancellationToken);

    internal static CallThread Thread(Call call) => new(call.Id, call.TicketId, new FactSet(call.Facts.Select(Read)));

    /// <summary>Joins calls that were known in pieces into the first of them.</summary>
    internal async Task<Call> JoinAsync(Guid survivor, IReadOnlyCollection<Guid> absorbed, CancellationToken cancellationToken)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.Entity is Call or StoredFact or CallUid).ToList())
            entry.State = EntityState.Detached;
        await db.StoredFacts.Where(fact => absorbed.Contains(fact.CallId))
            .ExecuteUpdateAsync(set => set.SetProperty(fact => fact.CallId, survivor), cancellationToken);
        await db.CallUids.Where(uid => absorbed.Contains(uid.CallId))
            .ExecuteUpdateAsync(set => set.SetProperty(uid => uid.CallId, survivor), cancellationToken);
        await db.Timeline.Where(entry => entry.CallId != null && absorbed.Contains(entry.CallId.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.CallId, survivor), cancellationToken);
        await db.Calls.Where(call => absorbed.Contains(call.Id)).ExecuteDeleteAsync(cancellationToken);
        return await db.Calls.Include(call => call.Facts).Include(call => call.Uids).AsSplitQuery()
            .SingleAsync(call => call.Id == survivor, cancellationToken);
    }

    /// <summary>Brings facts, uids, derived columns and timeline entries of a call to what has changed.</summary>
    /// <returns>Whether the ticket's timeline has changed.</returns>
    internal async Task<bool> WriteAsync(Call call, CallChange change, Guid? deliveryId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        call.Take(change.After!, now);
        var ids = WriteFacts(call, change.Call!.Facts, deliveryId);
        WriteUids(call, change.Call);
        return await WriteTimelineAsync(call, change.Timeline, ids, cancellationToken);
    }

    private Dictionary<(string Uid, CallFactKind Kind, string Discriminator), Guid> WriteFacts(Call call, FactSet facts, Guid? deliveryId)
    {
        var known = call.Facts.ToDictionary(fact => (fact.Uid, fact.Kind, fact.Discriminator));
        foreach (var fact in facts)
        {
            var data = JsonSerializer.Serialize(fact);
            if (!known.TryGetValue(fact.Key, out var stored))
            {
                stored = new StoredFact
                {
                    Id = Guid.CreateVersion7(),
                    CallId = call.Id,
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
                call.Facts.Add(stored);
                db.StoredFacts.Add(stored);
            }
            else if (JsonSerializer.Serialize(Read(stored)) != data)
            {
                // Told again, and the other telling is the one to keep.
                db.Entry(stored).CurrentValues.SetValues(new { fact.At, fact.Start, fact.End, Data = data });
            }
        }
        return known.ToDictionary(pair => pair.Key, pair => pair.Value.Id);
    }

    private void WriteUids(Call call, CallThread thread)
    {
        // Disconnected: nothing can arrive any more that would have to find the call.
        if (call.ConnectionId is not { } connectionId)
            return;
        foreach (var name in thread.Facts.Uids)
        {
            var uid = call.Uids.Find(uid => uid.Uid == name);
            if (uid is null)
            {
                uid = new CallUid { ConnectionId = connectionId, Uid = name, CallId = call.Id };
                call.Uids.Add(uid);
                db.CallUids.Add(uid);
            }
            uid.PredecessorUid = thread.Chain.Predecessor(name);
        }
    }

    private async Task<bool> WriteTimelineAsync(
        Call call, IEnumerable<CallEntry> entries, Dictionary<(string Uid, CallFactKind Kind, string Discriminator), Guid> ids, CancellationToken cancellationToken)
    {
        var stored = await db.Timeline.Where(entry => entry.CallId == call.Id).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        foreach (var entry in entries)
        {
            if (stored.Remove(ids[entry.Fact], out var there))
                db.Entry(there).CurrentValues.SetValues(new { entry.Kind, entry.At, entry.From, entry.To });
            else
                db.Timeline.Add(new TimelineEntry { Id = ids[entry.Fact], TicketId = call.TicketId, CallId = call.Id, Kind = entry.Kind, At = entry.At, From = entry.From, To = entry.To });
        }
        db.Timeline.RemoveRange(stored.Values);
        return db.ChangeTracker.Entries<TimelineEntry>().Any(entry => entry.State is not EntityState.Unchanged);
    }

    /// <summary>The fact as it was kept.</summary>
    internal static CallFact Read(StoredFact fact) => JsonSerializer.Deserialize<CallFact>(fact.Data)!;
}
