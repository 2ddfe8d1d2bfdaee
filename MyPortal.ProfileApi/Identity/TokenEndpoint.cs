using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.Data;
using MyPortal.ServiceDefaults.Apis;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace MyPortal.ProfileApi.Identity;

/// <summary>
/// <c>POST /connect/token</c>, for the client <c>web</c> only. OpenIddict has checked the client and, on a refresh, that the session is
/// alive before a handler here runs. Described by <c>/.well-known/openid-configuration</c>, not by the OpenAPI document.
/// </summary>
internal static class TokenEndpoint
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/connect/token", ExchangeAsync).ExcludeFromDescription();

    private static Task<Results<SignInHttpResult, ForbidHttpResult>> ExchangeAsync(
        HttpContext http, PasswordSignIn signIn, ProfileDbContext db, CancellationToken cancellationToken)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not read the request.");
        return request.IsPasswordGrantType()
            ? SignInAsync(request, signIn, db, cancellationToken)
            : RefreshAsync(http, db, cancellationToken);
    }

    private static async Task<Results<SignInHttpResult, ForbidHttpResult>> SignInAsync(
        OpenIddictRequest request, PasswordSignIn signIn, ProfileDbContext db, CancellationToken cancellationToken)
    {
        var (outcome, userId) = await signIn.TryAsync(request.Username, request.Password, cancellationToken);
        if (outcome is SignInOutcome.Locked)
            return InvalidGrant("This account is locked for a while after too many attempts.");

        if (outcome is SignInOutcome.Success && await FindAsync(db, userId, cancellationToken) is { } person)
            return Issue(person, request.GetScopes());

        return InvalidGrant("The e-mail address or password is wrong.");
    }

    // Without offline_access no second refresh token is made: Web keeps the one it has, and revoking that one ends the session.
    // The person is read again, so a changed role or company, or a departure, takes effect within an access token's lifetime.
    private static async Task<Results<SignInHttpResult, ForbidHttpResult>> RefreshAsync(
        HttpContext http, ProfileDbContext db, CancellationToken cancellationToken)
    {
        var session = (await http.AuthenticateAsync(Scheme)).Principal;
        return Guid.TryParse(session?.GetClaim(Claims.Subject), out var userId)
            && await FindAsync(db, userId, cancellationToken) is { } person
            ? Issue(person, session!.GetScopes().Remove(Scopes.OfflineAccess))
            : InvalidGrant("The session has ended.");
    }

    private static Task<Person?> FindAsync(ProfileDbContext db, Guid userId, CancellationToken cancellationToken) =>
        db.ActivePeople().AsNoTracking().SingleOrDefaultAsync(person => person.Id == userId, cancellationToken);

    private static SignInHttpResult Issue(Person person, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(Scheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Id.ToString())
            .SetClaim(Claims.Email, person.Email)
            .SetClaim(Claims.Name, person.Name)
            .SetClaim(Claims.Role, person.Role);
        if (person.Company is { } company)
        {
            identity.SetClaim("company_id", company.Id.ToString()).SetClaim("company_name", company.Name);
            if (person.SeesCompanyTickets)
                identity.SetClaim("company_tickets", "true");
        }

        identity.SetScopes(scopes).SetResources(AccessTokens.Audience).SetDestinations(static _ => [Destinations.AccessToken]);
        return TypedResults.SignIn(new ClaimsPrincipal(identity), authenticationScheme: Scheme);
    }

    private static ForbidHttpResult InvalidGrant(string description) =>
        TypedResults.Forbid(
            new AuthenticationProperties(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
                [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
            }),
            [Scheme]);
}
