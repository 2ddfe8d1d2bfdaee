using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.Data;
using MyPortal.ProfileApi.Identity;
using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.ProfileApi.Technicians;

/// <param name="Id">As in tokens and in `assigned_user_id`.</param>
/// <param name="Name">For people.</param>
/// <param name="Email">Their e-mail address.</param>
internal sealed record TechnicianResponse(Guid Id, string Name, string Email);

/// <summary>Whom a ticket can be assigned to: active technicians and administrators.</summary>
internal static class TechnicianEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Technicians").RequireAuthorization(AccessPolicies.Staff)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/api/profile/technicians", ListAsync).WithName("ListTechnicians");
        group.MapGet("/technicians/{id:guid}", FindAsync).WithName("GetTechnician").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Everyone a ticket can be assigned to, by name.</summary>
    /// <remarks>For technicians and administrators. People who have left are not listed.</remarks>
    internal static async Task<Ok<TechnicianResponse[]>> ListAsync(ProfileDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Technicians(db).OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new TechnicianResponse(person.Id, person.Name, person.Email)).ToArrayAsync(cancellationToken));

    /// <summary>One person a ticket can be assigned to.</summary>
    /// <remarks>For technicians and administrators. 404 for customers, for people who have left and for unknown ids.</remarks>
    internal static async Task<Results<Ok<TechnicianResponse>, NotFound>> FindAsync(Guid id, ProfileDbContext db, CancellationToken cancellationToken) =>
        await Technicians(db).Where(person => person.Id == id).SingleOrDefaultAsync(cancellationToken) is { } person
            ? TypedResults.Ok(new TechnicianResponse(person.Id, person.Name, person.Email))
            : TypedResults.NotFound();

    private static IQueryable<Person> Technicians(ProfileDbContext db) =>
        db.ActivePeople().Where(person => PortalRoles.Staff.Contains(person.Role));
}
