using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.Data;
using MyPortal.ProfileApi.Identity;
using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.ProfileApi.BookingLinks.Caching;

/// <summary>Booking links in PostgreSQL.</summary>
internal sealed class LinkStore(ProfileDbContext db, TimeProvider clock)
{
    /// <summary>Null when there is no such active technician or administrator.</summary>
    public async Task<CachedLink?> ReadAsync(Guid technicianId, CancellationToken cancellationToken)
    {
        var readAt = clock.GetUtcNow();
        return await (
            from user in db.Users.AsNoTracking()
            join userRole in db.UserRoles on user.Id equals userRole.UserId
            join role in db.Roles on userRole.RoleId equals role.Id
            where user.Id == technicianId && user.IsActive && PortalRoles.Staff.Contains(role.Name)
            select new CachedLink(user.Id, user.Name, user.Email!, user.BookingLinkUrl, user.BookingLinkVersion, readAt))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// One statement, so the link, its version and the note for the other replicas come into being together. Repeating it (the
    /// connection's retries may) only raises the version once more.
    /// </summary>
    public Task SaveAsync(Guid userId, string? url, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            with saved as (
                update users set booking_link_url = {url}, booking_link_version = booking_link_version + 1
                where id = {userId} returning id, booking_link_version)
            insert into booking_link_invalidations (user_id, version, saved_at)
            select id, booking_link_version, clock_timestamp() from saved
            on conflict (user_id) do update set version = excluded.version, saved_at = excluded.saved_at
            """,
            cancellationToken);
}
