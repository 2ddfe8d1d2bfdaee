using Microsoft.Extensions.Options;
using MyPortal.TicketApi.CalCom.Api;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.Calls.References;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.CalCom.Reconciliation;

/// <summary>
/// Compares one connection's bookings at Cal.com with ours, and puts what no delivery has told into the inbox, where it is processed like a
/// delivery. Bookings that have nothing to do with a ticket are looked at and forgotten.
/// </summary>
internal sealed class Reconciler(
    ConnectionSecrets secrets, CalComBookings api, KnownBookings known, DriftInbox inbox,
    IOptions<ReconciliationOptions> options, TimeProvider clock)
{
    // Who was absent is marked after the call, and no change of the booking tells of it.
    private static readonly TimeSpan NoShowWindow = TimeSpan.FromDays(7);
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);
    private const int LongestChain = 20;

    /// <returns>How many events were missing.</returns>
    /// <exception cref="CalComApiException">Cal.com did not answer as it should; the next run begins where this one did.</exception>
    public async Task<int> RunAsync(CalComConnection connection, CancellationToken cancellationToken)
    {
        var begin = clock.Now();
        if (secrets.ApiKey(connection) is not { } apiKey)
            throw new CalComApiException(CalComFailure.KeyRefused, "The key cannot be decrypted.");

        var bookings = await FetchAsync(connection, apiKey, begin, cancellationToken);
        var ours = await known.AmongAsync(connection.Id, bookings.Values, cancellationToken);
        await AddPredecessorsAsync(bookings, ours, apiKey, cancellationToken);

        var missed = bookings.Values
            .Where(ours.Concerns)
            .Where(booking => (booking.UpdatedAt ?? booking.CreatedAt) is not { } at || at <= begin - options.Value.Grace)
            .OrderBy(booking => booking.CreatedAt)
            .SelectMany(booking => BookingDrift.Find(booking, ours.Facts(booking), begin).Select(missed => (missed, booking)));
        connection.ReconciledAt = begin;
        return await inbox.PutAsync(connection.Id, [.. missed], cancellationToken);
    }

    private async Task<Dictionary<string, CalComBooking>> FetchAsync(
        CalComConnection connection, string apiKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var first = now - BookingReferences.MaxAge;
        var since = connection.ReconciledAt is { } last && last - Overlap > first ? last - Overlap : first;
        var from = connection.ReconciledAt is null ? first : now - NoShowWindow;
        var bookings = new Dictionary<string, CalComBooking>(StringComparer.Ordinal);
        await foreach (var booking in api.TakingPlaceAsync(apiKey, from, now, cancellationToken))
            bookings[booking.Uid] = booking;
        await foreach (var booking in api.ChangedAsync(apiKey, since, cancellationToken))
            bookings[booking.Uid] = booking;
        return bookings;
    }

    // A call that was moved before we looked: what it replaced need not be among what was fetched.
    private async Task AddPredecessorsAsync(
        Dictionary<string, CalComBooking> bookings, KnownBookings.Known ours, string apiKey, CancellationToken cancellationToken)
    {
        foreach (var booking in bookings.Values.Where(ours.Concerns).ToList())
        {
            var uid = booking.RescheduledFromUid;
            for (var length = 0; uid is not null && length < LongestChain && !ours.Knows(uid) && !bookings.ContainsKey(uid); length++)
            {
                if (await api.FindAsync(apiKey, uid, cancellationToken) is not { } predecessor)
                    break;
                bookings[predecessor.Uid] = predecessor;
                uid = predecessor.RescheduledFromUid;
            }
        }
    }
}
