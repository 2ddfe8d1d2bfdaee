using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace MyPortal.ProfileApi.Identity;

/// <summary>
/// The OpenIddict server. Access tokens: signed JWTs of 10 minutes with no row in the database. Refresh tokens: opaque handles with a
/// row, so that sign-out and a changed password end a session on the server; they last 12 hours from sign-in, whatever happens.
/// </summary>
internal static class TokenServer
{
    public static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan SessionLifetime = TimeSpan.FromHours(12);

    public static void Configure(OpenIddictServerBuilder server, string issuer)
    {
        server.SetIssuer(issuer).SetTokenEndpointUris("connect/token").SetRevocationEndpointUris("connect/revoke");

        // The password grant is what RFC 9700 advises against where a third party would see the password. Here there is none: the only
        // client is the portal's own backend, on the private network, whose sign-in page is the identity provider's page; the browser
        // never sees a token. When other clients or outside identity providers come, the code flow with PKCE comes with them.
        server.AllowPasswordFlow().AllowRefreshTokenFlow();

        // Not rolling: several replicas of Web may refresh one session at the same moment, and the client is confidential.
        server.UseReferenceRefreshTokens().DisableRollingRefreshTokens().DisableSlidingRefreshTokenExpiration()
            .SetAccessTokenLifetime(AccessTokenLifetime).SetRefreshTokenLifetime(SessionLifetime).DisableAccessTokenEncryption();

        // Refresh tokens are protected by Data Protection, whose keys all replicas share; the encryption key that OpenIddict asks for
        // besides would only serve JWE tokens, which nobody issues.
        server.UseDataProtection().PreferDefaultAccessTokenFormat();
        server.AddEphemeralEncryptionKey();

        server.AddEventHandler<OpenIddictServerEvents.GenerateTokenContext>(handler => handler
            .UseInlineHandler(KeepNoRowForShortLivedTokens).SetOrder(int.MinValue));

        // TLS ends before this service, which is reachable on the private network only.
        server.UseAspNetCore().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
    }

    private static ValueTask KeepNoRowForShortLivedTokens(OpenIddictServerEvents.GenerateTokenContext context)
    {
        if (context.TokenType is not OpenIddictConstants.TokenTypeIdentifiers.RefreshToken)
            context.CreateTokenEntry = false;

        return default;
    }
}
