using OpenIddict.Abstractions;

namespace MyPortal.ProfileApi.Identity;

/// <summary>Ends sessions on the server. An access token already issued lives on for at most ten minutes.</summary>
internal sealed class SessionEnder(IOpenIddictAuthorizationManager authorizations, IOpenIddictTokenManager tokens)
{
    /// <summary>The claim by which an access token names the session that it belongs to.</summary>
    public const string SessionClaim = OpenIddictConstants.Claims.Private.AuthorizationId;

    /// <summary>Ends every session of the person except <paramref name="keep"/> (null keeps none).</summary>
    public async Task EndOthersAsync(Guid userId, string? keep, CancellationToken cancellationToken)
    {
        var ended = new List<string>();
        await foreach (var authorization in authorizations.FindAsync(
            userId.ToString(), client: null, OpenIddictConstants.Statuses.Valid, type: null, scopes: null, cancellationToken))
        {
            if (await authorizations.GetIdAsync(authorization, cancellationToken) is { } id && id != keep)
                ended.Add(id);
        }

        foreach (var id in ended)
        {
            if (await authorizations.FindByIdAsync(id, cancellationToken) is { } authorization)
                await authorizations.TryRevokeAsync(authorization, cancellationToken);

            await tokens.RevokeByAuthorizationIdAsync(id, cancellationToken);
        }
    }
}
