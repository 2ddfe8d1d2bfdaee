using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using MyPortal.ProfileApi.Data;

namespace MyPortal.ProfileApi.Identity;

/// <summary>Makes and reads the key pairs in table <c>signing_keys</c> (ES256).</summary>
internal sealed class SigningKeyStore(ProfileDbContext db, IDataProtectionProvider dataProtection, TimeProvider clock)
{
    /// <summary>A new key is made by <c>--migrate</c> when the newest is older than this.</summary>
    public static readonly TimeSpan MaxKeyAge = TimeSpan.FromDays(90);

    private readonly IDataProtector _protector = dataProtection.CreateProtector("MyPortal.SigningKey.v1");

    public async Task EnsureCurrentKeyAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await db.SigningKeys.AnyAsync(key => key.CreatedAt > now - MaxKeyAge, cancellationToken))
            return;

        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        db.SigningKeys.Add(new SigningKey { CreatedAt = now, ProtectedPrivateKey = _protector.Protect(pair.ExportPkcs8PrivateKey()) });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Newest first. The keys before stay published, because tokens that they signed outlive the replacement; three are enough, even when
    /// two runs of <c>--migrate</c> made one each.
    /// </summary>
    public async Task<IReadOnlyList<PublishedKey>> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await db.SigningKeys.AsNoTracking().OrderByDescending(key => key.CreatedAt).Take(3).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new PublishedKey(row.CreatedAt, Unprotect(row)))];
    }

    private ECDsaSecurityKey Unprotect(SigningKey row)
    {
        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(_protector.Unprotect(row.ProtectedPrivateKey), out _);
        return new ECDsaSecurityKey(pair) { KeyId = row.Id.ToString("N") };
    }
}

internal sealed record PublishedKey(DateTimeOffset CreatedAt, ECDsaSecurityKey Key);
