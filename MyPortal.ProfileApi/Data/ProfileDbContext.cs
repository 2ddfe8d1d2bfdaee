using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.BookingLinks;
using MyPortal.ProfileApi.Identity;

namespace MyPortal.ProfileApi.Data;

internal sealed class ProfileDbContext(DbContextOptions<ProfileDbContext> options)
    : IdentityDbContext<User, Role, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Company> Companies => Set<Company>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<BookingLinkInvalidation> BookingLinkInvalidations => Set<BookingLinkInvalidation>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict<Guid>();
        builder.ApplyConfigurationsFromAssembly(typeof(ProfileDbContext).Assembly);
    }
}
