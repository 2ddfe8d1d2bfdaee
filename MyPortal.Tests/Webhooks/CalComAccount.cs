using System.Net;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Shared;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.CalCom;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.Tests.Webhooks;

/// <summary>A Cal.com account of a technician of its own, connected to the portal: signs and sends as Cal.com does, through Web.</summary>
internal sealed class CalComAccount : IDisposable
{
    private readonly PortalFixture _portal;
    private readonly HttpClient _web;

    private CalComAccount(PortalFixture portal, string id, string secret, string? previousSecret) =>
        (_portal, _web, Id, Secret, PreviousSecret) = (portal, portal.CreateClient("web"), id, secret, previousSecret);

    public string Id { get; }
    public string Secret { get; }
    public string? PreviousSecret { get; }
    public string Path => $"/webhooks/cal-com/{Id}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="portal">The running portal.</param>
    /// <param name="previousSecretValidFor">When there is to be a secret from before a rotation.</param>
    public static async Task<CalComAccount> ConnectAsync(PortalFixture portal, TimeSpan? previousSecretValidFor = null)
    {
        using var secrets = await portal.TicketSecretsAsync();
        await using var scope = secrets.Scope();
        var db = scope.ServiceProvider.GetRequiredService<TicketDbContext>();
        var (secret, previous) = (ConnectionSecrets.NewSecret(), previousSecretValidFor is null ? null : ConnectionSecrets.NewSecret());
        var now = DateTimeOffset.UtcNow;
        var technician = new TicketApi.Tickets.People.Person { Id = Guid.NewGuid(), Name = "Sam Host", Email = $"{Guid.NewGuid():n}@x.example", Role = Role.Technician };
        var connection = new CalComConnection
        {
            Id = ConnectionSecrets.NewId(),
            TechnicianId = technician.Id,
            CreatedAt = now,
            SecretProtected = secrets.Connections.ProtectSecret(secret),
            SecretSetAt = now,
            PreviousSecretProtected = previous is null ? null : secrets.Connections.ProtectSecret(previous),
            PreviousSecretValidUntil = now + previousSecretValidFor,
        };
        db.AddRange(technician, connection);
        await db.SaveChangesAsync(Stop);
        return new CalComAccount(portal, connection.Id, secret, previous);
    }

    /// <summary>Disconnects the technician and connects them again.</summary>
    /// <returns>The id of the new connection.</returns>
    public async Task<string> ReconnectAsync()
    {
        using var secrets = await _portal.TicketSecretsAsync();
        await using var db = await _portal.TicketDbAsync();
        var keeper = new ConnectionKeeper(db, secrets.Connections, TimeProvider.System);
        var connection = await db.Connections.Include(connection => connection.Technician).SingleAsync(connection => connection.Id == Id, Stop);
        var technician = new Caller(connection.TechnicianId, connection.Technician.Name, connection.Technician.Email, Role.Technician, null, null, false);
        await keeper.RemoveAsync(connection, Stop);
        return (await keeper.CreateAsync(technician, Stop)).ShouldNotBeNull().Connection.Id;
    }

    public static string Sign(string body, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    /// <summary>Sends a body with a valid signature.</summary>
    public Task<HttpResponseMessage> SendAsync(string body) => SendAsync(body, Sign(body, Secret));

    /// <summary>Sends the signature as it is, or none when null.</summary>
    public async Task<HttpResponseMessage> SendAsync(string body, string? signature, string? traceParent = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Cal-Signature-256", signature);
        if (traceParent is not null)
            request.Headers.TryAddWithoutValidation("traceparent", traceParent);
        return await _web.SendAsync(request, Stop);
    }

    /// <summary>Sends deliveries one after the other; each must be accepted.</summary>
    public async Task DeliverAsync(params IEnumerable<string> bodies)
    {
        foreach (var body in bodies)
        {
            using var response = await SendAsync(body);
            response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync(Stop));
        }
    }

    /// <summary>What is stored of this account, oldest first.</summary>
    public async Task<List<WebhookDelivery>> DeliveriesAsync()
    {
        await using var db = await _portal.TicketDbAsync();
        return await db.Deliveries.AsNoTracking().Where(delivery => delivery.ConnectionId == Id)
            .OrderBy(delivery => delivery.ReceivedAt).ThenBy(delivery => delivery.Id).ToListAsync(Stop);
    }

    /// <summary>Sends one delivery and waits until it has been looked at.</summary>
    public async Task<WebhookDelivery> SettleAsync(string body)
    {
        await DeliverAsync(body);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(body));
        return await Eventually.GetAsync(
            async () => (await DeliveriesAsync()).Single(delivery => delivery.BodyHash.SequenceEqual(hash)),
            delivery => delivery.State is not DeliveryState.Received);
    }

    /// <summary>Waits until so many deliveries are in the state that is to be their last.</summary>
    public Task<List<WebhookDelivery>> LookedAtAsync(DeliveryState state, int count) =>
        Eventually.GetAsync(DeliveriesAsync, deliveries => deliveries.Count(delivery => delivery.State == state) == count);

    public void Dispose() => _web.Dispose();
}

internal static class WebhookSetting
{
    public static async Task<TicketSecrets> TicketSecretsAsync(this PortalFixture portal) =>
        new((await portal.App.GetConnectionStringAsync("ticketdb", TestContext.Current.CancellationToken))!);

    /// <summary>A ticket of Robin's that Tess has, and the reference that its page would put into a booking.</summary>
    public static async Task<(long Number, CalComMessages Messages)> BookableTicketAsync(this PortalFixture portal)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        (await tess.ChangeAsync(number, "assignee", new { userId = Demo.Tess.Id })).EnsureSuccessStatusCode().Dispose();
        var reference = (await robin.ReadTicketAsync(number)).BookingReference.ShouldNotBeNull();
        return (number, new CalComMessages(reference, Demo.Robin.Email));
    }
}
