using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.Data;

namespace MyPortal.ProfileApi.BookingLinks.Caching;

internal static class CachingTables
{
    extension(ProfileDbContext db)
    {
        public DbSet<LinkInvalidation> LinkInvalidations => db.Set<LinkInvalidation>();
    }
}
