using System.Net.Http.Json;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>A host of the stand-in whom no other test knows, steered by the control endpoints.</summary>
internal sealed class StandInHost(HttpClient http)
{
    public const string Reference = "opaque+/=reference";

    private static readonly string[] Guests = ["robin@northwind.example"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string User { get; } = $"host-{Guid.NewGuid():N}"[..15];

    public string Email => $"{User}@stand-in.example";

    /// <summary>Books a call for Casey; by default one that has just ended, which no calendar offers.</summary>
    public async Task<StandInBooking> BookAsync(string slug = "ticket-call", DateTimeOffset? start = null, string notes = "Ticket 4711: Ärger & <Kasse>")
    {
        using var answer = await http.PostAsJsonAsync($"/_stand-in/bookings/{User}/{slug}", new
        {
            start = start ?? DateTimeOffset.UtcNow.AddMinutes(-30),
            anyTime = true,
            name = "Casey Customer",
            email = "casey@northwind.example",
            timeZone = "Europe/Berlin",
            notes,
            metadata = new { ticket_reference = Reference },
            guests = Guests,
        }, Cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.ReadStrictlyAsync<StandInBooking>();
    }

    public async Task<string> BookedUidAsync(string slug = "ticket-call", DateTimeOffset? start = null) =>
        (await BookAsync(slug, start)).Uid;

    public Task<HttpResponseMessage> TryAsync(string uid, string action, object? body = null) =>
        http.PostAsJsonAsync($"/_stand-in/booking/{uid}/{action}", body ?? new { }, Cancellation);

    public async Task<StandInBooking> DoAsync(string uid, string action, object? body = null)
    {
        using var answer = await TryAsync(uid, action, body);
        answer.EnsureSuccessStatusCode();
        return await answer.ReadStrictlyAsync<StandInBooking>();
    }

    public Task<StandInBooking> BookingAsync(string uid) => http.ReadStrictlyAsync<StandInBooking>($"/_stand-in/booking/{uid}");

    public async Task<string> SubscribeAsync(string url, string? secret = "a secret", string[]? triggers = null, bool active = true)
    {
        using var answer = await http.PostAsJsonAsync(
            $"/_stand-in/webhooks/{User}", new { subscriberUrl = url, secret, triggers, active }, Cancellation);
        answer.EnsureSuccessStatusCode();
        return (await answer.ReadStrictlyAsync<StandInWebhook>()).Id;
    }

    public async Task SwitchAsync(object switches) =>
        (await http.PutAsJsonAsync($"/_stand-in/switches/{User}", switches, Cancellation)).EnsureSuccessStatusCode();

    /// <summary>The log of this host's deliveries, as soon as it has that many.</summary>
    public Task<List<StandInDelivery>> LogAsync(int count) => Eventually.GetAsync(
        async () => StrictJson.Read<List<StandInDelivery>>(await LogTextAsync()), log => log.Count >= count);

    /// <summary>For what must not be in it.</summary>
    public Task<string> LogTextAsync() => http.GetStringAsync($"/_stand-in/deliveries?user={User}", Cancellation);
}
