using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MyPortal.ProfileApi.BookingLinks.Caching;
using MyPortal.ProfileApi.Identity;
using MyPortal.ServiceDefaults;
using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.ProfileApi.Technicians;

/// <summary>
/// A ticket page gives this service 450 ms, less than its first answer takes. So it asks itself first what Web will ask: who the technicians
/// are, and one booking link, once from PostgreSQL and once from Redis.
/// </summary>
internal sealed class TechnicianWarmUp(
    IServer server, LinkRedis redis, SigningKeyRing ring, IConfiguration configuration, TimeProvider clock, ILogger<TechnicianWarmUp> logger) : WarmUp(logger)
{
    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        await redis.Connect().WaitAsync(cancellationToken);
        using var self = new HttpClient { BaseAddress = OwnAddress() };
        self.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OwnToken());
        var technicians = await self.GetFromJsonAsync<TechnicianResponse[]>("/api/profile/technicians", cancellationToken);
        var technician = technicians is [var first, ..] ? first.Id : Guid.Empty;
        for (var read = 0; read < 2; read++)
            (await self.GetAsync($"/technicians/{technician}/booking-link", cancellationToken)).Dispose();
    }

    private Uri OwnAddress()
    {
        var addresses = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        var address = BindingAddress.Parse(addresses.First(address => address.StartsWith("http://", StringComparison.Ordinal)));
        var host = address.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new Uri($"http://{host}:{address.Port}");
    }

    // Nobody's, for the few seconds that this takes; it goes no further than to this very process.
    private string OwnToken() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        TokenType = AccessTokens.Type,
        Issuer = AccessTokens.Issuer(configuration),
        Audience = AccessTokens.Audience,
        Expires = (clock.GetUtcNow() + Timeout).UtcDateTime,
        Claims = new Dictionary<string, object> { ["sub"] = Guid.Empty.ToString(), ["role"] = PortalRoles.Technician },
        SigningCredentials = new SigningCredentials(ring.Keys[0].Key, SecurityAlgorithms.EcdsaSha256),
    });
}
