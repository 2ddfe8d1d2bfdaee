using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.Data;
using MyPortal.ProfileApi.Identity;
using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.ProfileApi.DemoData;

/// <summary>The people of <c>DemoData/people.json</c>. Used in Development only; the file is not published.</summary>
internal sealed class DemoPeople(ProfileDbContext db, UserManager<User> users, RoleManager<Role> roles, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Where a demo link that uses the Cal.com stand-in keeps the place for its origin.</summary>
    private const string StandIn = "{cal-com-stand-in}";

    public async Task SeedIfEmptyAsync(CancellationToken cancellationToken)
    {
        if (!await db.Users.AnyAsync(cancellationToken))
            await SeedAsync(cancellationToken);
    }

    /// <summary>Removes everybody, their sessions and companies, and seeds again. Keys and the client stay.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(
            "truncate users, roles, companies, oauth_tokens, oauth_authorizations cascade", cancellationToken);
        db.ChangeTracker.Clear();
        await SeedAsync(cancellationToken);

        // Versions go on from where the clock is, so entries cached before the reset are refused.
        await db.Database.ExecuteSqlRawAsync(
            "insert into booking_link_invalidations select id, booking_link_version, clock_timestamp() from users", cancellationToken);
    }

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        var file = await DemoFile.ReadAsync(cancellationToken);
        foreach (var role in PortalRoles.All)
            Check(await roles.CreateAsync(new Role { Name = role }));

        db.Companies.AddRange(file.Companies.Select(company => new Company { Id = company.Id, Name = company.Name }));
        await db.SaveChangesAsync(cancellationToken);

        foreach (var person in file.People)
        {
            var user = new User
            {
                Id = person.Id,
                Name = person.Name,
                Email = person.Email,
                UserName = person.Email,
                EmailConfirmed = true,
                CompanyId = file.Companies.SingleOrDefault(company => company.Name == person.Company)?.Id,
                SeesCompanyTickets = person.SeesCompanyTickets,
                BookingLinkUrl = Link(person.BookingLinkUrl),
                BookingLinkVersion = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            };
            Check(await users.CreateAsync(user, file.Password));
            Check(await users.AddToRoleAsync(user, person.Role));
        }
    }

    private string? Link(string? url)
    {
        if (url?.StartsWith(StandIn, StringComparison.Ordinal) is not true)
            return url;

        return configuration["CalCom:StandInOrigin"] is { Length: > 0 } origin ? url.Replace(StandIn, origin.TrimEnd('/'), StringComparison.Ordinal) : null;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
    }
}
