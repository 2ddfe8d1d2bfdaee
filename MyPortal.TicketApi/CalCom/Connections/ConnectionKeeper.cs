using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.People;
using Npgsql;

namespace MyPortal.TicketApi.CalCom.Connections;

/// <summary>Makes, changes and ends connections. What Cal.com must be told of it is <see cref="WebhookSetup"/>'s business.</summary>
internal sealed class ConnectionKeeper(TicketDbContext db, ConnectionSecrets secrets, TimeProvider clock)
{
    /// <summary>How long after a rotation the old secret is accepted: time to enter the new one at Cal.com.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(60);

    public Task<CalComConnection?> FindAsync(Caller caller, CancellationToken cancellationToken) =>
        db.Connections.SingleOrDefaultAsync(connection => connection.TechnicianId == caller.Id, cancellationToken);

    /// <summary>
    /// Connects, and takes up again the calls of an earlier connection: otherwise a delivery about one of them would make it a second time.
    /// </summary>
    /// <returns>Null when the technician has a connection.</returns>
    public async Task<(CalComConnection Connection, string Secret)?> CreateAsync(Caller caller, CancellationToken cancellationToken)
    {
        var secret = ConnectionSecrets.NewSecret();
        var now = clock.Now();
        var connection = new CalComConnection
        {
            Id = ConnectionSecrets.NewId(),
            TechnicianId = caller.Id,
            CreatedAt = now,
            SecretProtected = secrets.ProtectSecret(secret),
            SecretSetAt = now,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Connections.Add(connection);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return null;
        }
        await TakeUpCallsAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (connection, secret);
    }

    /// <returns>The new secret.</returns>
    public async Task<string> RotateAsync(CalComConnection connection, CancellationToken cancellationToken)
    {
        var secret = ConnectionSecrets.NewSecret();
        var now = clock.Now();
        connection.PreviousSecretProtected = connection.SecretProtected;
        connection.PreviousSecretValidUntil = now + Overlap;
        connection.SecretProtected = secrets.ProtectSecret(secret);
        connection.SecretSetAt = now;
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }

    public Task SetApiKeyAsync(CalComConnection connection, string apiKey, CancellationToken cancellationToken)
    {
        connection.ApiKeyProtected = secrets.ProtectApiKey(apiKey);
        connection.ApiKeyState = ApiKeyState.Unchecked;
        connection.WebhookState = WebhookState.Missing;
        // Possibly another account than before.
        connection.RemoteWebhookId = null;
        connection.RemoteSecretSetAt = null;
        connection.ReconciledAt = null;
        connection.WebhookCheckedAt = clock.Now();
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The webhook at Cal.com stays as it is; from now on it is the technician's.</summary>
    public Task RemoveApiKeyAsync(CalComConnection connection, CancellationToken cancellationToken)
    {
        connection.ApiKeyProtected = null;
        connection.ApiKeyState = ApiKeyState.None;
        connection.WebhookState = WebhookState.Manual;
        connection.RemoteWebhookId = null;
        connection.RemoteSecretSetAt = null;
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Calls that are known stay on their tickets; deliveries of this connection are gone.</summary>
    public Task RemoveAsync(CalComConnection connection, CancellationToken cancellationToken) =>
        db.Connections.Where(known => known.Id == connection.Id).ExecuteDeleteAsync(cancellationToken);

    private async Task TakeUpCallsAsync(CalComConnection connection, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"""
            insert into booking_uids (connection_id, uid, booking_id)
            select distinct on (known.uid) {connection.Id}, known.uid, known.booking_id
            from (
                select uid, booking_id from booking_facts
                union select data ->> {nameof(CallFact.Predecessor)}, booking_id from booking_facts
            ) known join bookings booking on booking.id = known.booking_id
            where known.uid is not null and booking.technician_id = {connection.TechnicianId} and booking.connection_id is null
            on conflict do nothing
            """, cancellationToken);
        await db.Calls.Where(call => call.TechnicianId == connection.TechnicianId && call.ConnectionId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(call => call.ConnectionId, connection.Id), cancellationToken);
    }
}
