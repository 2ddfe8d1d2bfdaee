using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace MyPortal.ProfileApi.Identity;

/// <summary>
/// The keys as this replica knows them: given to OpenIddict, which signs and publishes, and to the check of incoming tokens.
/// A fresh key is published at once but signs only after <see cref="SigningDelay"/>, when every replica publishes it.
/// </summary>
internal sealed class SigningKeyRing(TimeProvider clock) : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>
{
    /// <summary>How often a replica looks for new keys.</summary>
    public static readonly TimeSpan ReloadInterval = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan SigningDelay = 3 * ReloadInterval;

    private ConfigurationReloadToken _changed = new();

    /// <summary>Newest first; empty until loaded.</summary>
    public IReadOnlyList<PublishedKey> Keys { get; private set; } = [];

    string? IOptionsChangeTokenSource<OpenIddictServerOptions>.Name => Options.DefaultName;

    public IEnumerable<SecurityKey> Find(string? keyId) => Keys.Where(key => key.Key.KeyId == keyId).Select(key => key.Key);

    public void Replace(IReadOnlyList<PublishedKey> keys)
    {
        Keys = keys;
        Interlocked.Exchange(ref _changed, new ConfigurationReloadToken()).OnReload();
    }

    public void Configure(OpenIddictServerOptions options)
    {
        var settled = clock.GetUtcNow() - SigningDelay;
        // OpenIddict signs with the first usable credential, so those that may sign already come first.
        foreach (var key in Keys.OrderByDescending(key => key.CreatedAt <= settled).ThenByDescending(key => key.CreatedAt))
            options.SigningCredentials.Add(new SigningCredentials(key.Key, SecurityAlgorithms.EcdsaSha256));
    }

    public IChangeToken GetChangeToken() => _changed;
}
