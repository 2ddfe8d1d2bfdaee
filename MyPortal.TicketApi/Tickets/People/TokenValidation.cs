using Microsoft.AspNetCore.Authentication.JwtBearer;
using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.TicketApi.Tickets.People;

/// <summary>
/// Accepts ProfileApi's access tokens (<see cref="AccessTokens"/>) and nothing else, checked with the keys that ProfileApi publishes, found
/// through service discovery.
/// </summary>
internal static class TokenValidation
{
    private const string KeyClient = "profileapi-keys";

    public static void AddTokenValidation(this IHostApplicationBuilder builder)
    {
        // Plain http is fine here: the call stays inside the deployment.
        builder.Services.AddHttpClient(KeyClient, http => http.Timeout = TimeSpan.FromSeconds(3))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });

        builder.AddAccessTokens(everyCaller: policy => policy.RequireAssertion(context => Caller.From(context.User) is not null));
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IHttpClientFactory>(Configure);
        builder.Services.AddHostedService<KeyPrefetch>();
    }

    private static void Configure(JwtBearerOptions options, IHttpClientFactory clients)
    {
        options.MetadataAddress = "https+http://profileapi/.well-known/openid-configuration";
        options.RequireHttpsMetadata = false;
        options.Backchannel = clients.CreateClient(KeyClient);
        // How soon keys are fetched again when a token names one that is not known.
        options.RefreshInterval = TimeSpan.FromSeconds(30);
        options.Events = new JwtBearerEvents { OnMessageReceived = RequireKeysAsync };
    }

    // Without keys the handler would call a good token invalid. It is not: nobody can tell.
    private static async Task RequireKeysAsync(MessageReceivedContext context)
    {
        if (!context.Request.Headers.ContainsKey("Authorization"))
            return;
        try
        {
            await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        }
        catch (Exception failure) when (!context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            throw new ProfileApiUnavailableException("ProfileApi's keys could not be fetched.", failure);
        }
    }
}
