using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.BookingLinks;
using MyPortal.ProfileApi.Data;
using MyPortal.ProfileApi.Identity;
using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.ProfileApi.Profile;

internal static class ProfileEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/profile/me").WithTags("Profile").RequireAuthorization()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", GetAsync).WithName("GetMyProfile");
        group.MapPost("/password", ChangePasswordAsync).WithName("ChangeMyPassword");
    }

    /// <summary>The caller's own profile.</summary>
    /// <remarks>401 also when the account was deactivated since the token was issued.</remarks>
    internal static async Task<Results<Ok<MeResponse>, UnauthorizedHttpResult>> GetAsync(
        ClaimsPrincipal caller, ProfileDbContext db, LinkDescriber links, CancellationToken cancellationToken)
    {
        var id = caller.Id();
        return await db.ActivePeople().AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancellationToken) is { } me
            ? TypedResults.Ok(Describe(me, links))
            : TypedResults.Unauthorized();
    }

    /// <summary>Changes the caller's own password and ends all their other sessions.</summary>
    /// <remarks>
    /// A new password has 12 to 256 characters; nothing else is asked of it. Other sessions cannot be refreshed any more at once; their
    /// access tokens end within ten minutes. Problems come under the keys `currentPassword` and `newPassword`.
    /// </remarks>
    internal static async Task<Results<NoContent, ValidationProblem, UnauthorizedHttpResult>> ChangePasswordAsync(
        ChangePasswordRequest request, ClaimsPrincipal caller, PasswordChange change, CancellationToken cancellationToken) =>
        await change.TryAsync(caller.Id(), request, caller.FindFirstValue(SessionEnder.SessionClaim), cancellationToken) switch
        {
            null => TypedResults.Unauthorized(),
            { Count: 0 } => TypedResults.NoContent(),
            var problems => TypedResults.ValidationProblem(problems, detail: problems.First().Value[0]),
        };

    private static MeResponse Describe(Person me, LinkDescriber links)
    {
        var isStaff = PortalRoles.Staff.Contains(me.Role);
        return new MeResponse(
            me.Id, me.Name, me.Email, Enum.Parse<PortalRole>(me.Role, ignoreCase: true),
            me.Company is { } company ? new CompanyResponse(company.Id, company.Name) : null,
            isStaff ? links.Describe(me.BookingLinkUrl) : null,
            isStaff);
    }
}
