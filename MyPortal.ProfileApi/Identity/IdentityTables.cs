using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.Data;

namespace MyPortal.ProfileApi.Identity;

internal static class IdentityTables
{
    extension(ProfileDbContext db)
    {
        public DbSet<User> Users => db.Set<User>();

        public DbSet<Role> Roles => db.Set<Role>();

        public DbSet<IdentityUserRole<Guid>> UserRoles => db.Set<IdentityUserRole<Guid>>();

        public DbSet<Company> Companies => db.Set<Company>();

        public DbSet<SigningKey> SigningKeys => db.Set<SigningKey>();
    }
}
