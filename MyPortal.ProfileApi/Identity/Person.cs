using MyPortal.ProfileApi.Data;
using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.ProfileApi.Identity;

/// <summary>A person who may use the portal now, as tokens and the profile describe them.</summary>
internal sealed class Person
{
    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    /// <summary>One of <see cref="PortalRoles.All"/>.</summary>
    public required string Role { get; init; }

    public Company? Company { get; init; }

    public bool SeesCompanyTickets { get; init; }

    public string? BookingLinkUrl { get; init; }
}

internal static class People
{
    /// <summary>Active people with their role and company: one query, one row a person. Member initialisation keeps it composable.</summary>
    public static IQueryable<Person> ActivePeople(this ProfileDbContext db) =>
        from user in db.Users
        join userRole in db.UserRoles on user.Id equals userRole.UserId
        join role in db.Roles on userRole.RoleId equals role.Id
        where user.IsActive
        select new Person
        {
            Id = user.Id,
            Email = user.Email!,
            Name = user.Name,
            Role = role.Name!,
            Company = user.Company,
            SeesCompanyTickets = user.SeesCompanyTickets,
            BookingLinkUrl = user.BookingLinkUrl,
        };
}
