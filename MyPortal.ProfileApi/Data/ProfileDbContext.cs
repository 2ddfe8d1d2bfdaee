using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace MyPortal.ProfileApi.Data;

/// <summary>
/// Knows no module. A module's entities come in by their configurations, which stand beside them, and are read through the module's own
/// properties of this class (<c>IdentityTables</c>, <c>CachingTables</c>).
/// </summary>
internal sealed class ProfileDbContext(DbContextOptions<ProfileDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseOpenIddict<Guid>();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ProfileDbContext).Assembly);
    }
}
