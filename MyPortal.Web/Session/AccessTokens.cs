using System.Security.Cryptography;
using System.Text;
using ZiggyCreatures.Caching.Fusion;

namespace MyPortal.Web.Session;

/// <summary>
/// The access token that belongs to a session: from memory, else from Redis, else from ProfileApi, which alone decides whether the session
/// still exists. So losing Redis costs one call, losing ProfileApi costs nothing for as long as a token lasts, and a session that has
/// been signed out is gone from every replica (FusionCache's backplane tells the others; while Redis is away, their copies last until they expire).
/// </summary>
public sealed class AccessTokens(IFusionCache cache, TokenClient tokens)
{
    // Leaves TicketApi and the browser's request time to finish before the token runs out.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <exception cref="SessionEndedException">The session was signed out, ran out, or its user may no longer sign in.</exception>
    /// <exception cref="HttpRequestException">No token at hand, and ProfileApi did not answer.</exception>
    public async ValueTask<string> GetAsync(string sessionHandle, CancellationToken cancellationToken) =>
        await cache.GetOrSetAsync<string>(Key(sessionHandle), async (entry, token) =>
        {
            var result = await tokens.RefreshAsync(sessionHandle, token);
            if (result.Tokens is not { } fresh)
                throw new SessionEndedException();
            entry.Options.SetDuration(Lifetime(fresh));
            return fresh.AccessToken;
        }, token: cancellationToken);

    /// <summary>Remembers the token that came with the sign-in, so that the first page needs no second call.</summary>
    public ValueTask RememberAsync(string sessionHandle, Tokens granted, CancellationToken cancellationToken) =>
        cache.SetAsync(Key(sessionHandle), granted.AccessToken, options => options.SetDuration(Lifetime(granted)), cancellationToken);

    /// <summary>Ends the session at ProfileApi first, then forgets its token everywhere.</summary>
    public async Task EndAsync(string sessionHandle, CancellationToken cancellationToken)
    {
        await tokens.RevokeAsync(sessionHandle, cancellationToken);
        await cache.RemoveAsync(Key(sessionHandle), token: cancellationToken);
    }

    private static TimeSpan Lifetime(Tokens granted)
    {
        var lifetime = TimeSpan.FromSeconds(granted.ExpiresIn) - Margin;
        return lifetime > Margin ? lifetime : Margin;
    }

    // Hashed: whoever can list Redis keys must not find handles that buy tokens.
    private static string Key(string sessionHandle) =>
        "session:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sessionHandle)));
}

/// <summary>The session no longer exists at ProfileApi.</summary>
public sealed class SessionEndedException : Exception;
