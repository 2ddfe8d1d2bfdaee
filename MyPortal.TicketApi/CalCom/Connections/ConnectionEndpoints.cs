using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.ServiceDefaults.Apis;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.CalCom.Connections;

/// <summary>The caller's own Cal.com account. There is no way to anybody else's.</summary>
internal static class ConnectionEndpoints
{
    public static void MapConnection(this WebApplication app)
    {
        var connection = app.MapGroup("/api/bookings/connection")
            .WithTags("Connection")
            .RequireAuthorization(AccessPolicies.Staff)
            .AddEndpointFilter(NotFoundOnceGoneAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        connection.MapGet("", ReadAsync).WithName("ReadConnection");
        connection.MapPost("", CreateAsync).WithName("CreateConnection");
        connection.MapDelete("", DeleteAsync).WithName("DeleteConnection");
        connection.MapPost("/secret", RotateAsync).WithName("RotateConnectionSecret");
        connection.MapPut("/api-key", SetApiKeyAsync).WithName("SetConnectionApiKey");
        connection.MapDelete("/api-key", RemoveApiKeyAsync).WithName("RemoveConnectionApiKey");
    }

    /// <summary>How the caller's Cal.com account is connected, and whether it works.</summary>
    /// <remarks>For technicians and administrators, each for themselves.</remarks>
    /// <response code="404">The caller has connected no account.</response>
    public static async Task<Results<Ok<ConnectionStatus>, NotFound>> ReadAsync(
        Caller caller, ConnectionKeeper connections, PortalUrls urls, TimeProvider clock, CancellationToken cancellationToken) =>
        await connections.FindAsync(caller, cancellationToken) is { } connection
            ? TypedResults.Ok(connection.ToStatus(urls, clock.Now()))
            : TypedResults.NotFound();

    /// <summary>Connect the caller's Cal.com account.</summary>
    /// <remarks>Makes an address that nobody can guess and a secret. Enter both at Cal.com, or set an API key and let the portal do it.</remarks>
    /// <response code="201">The connection with its secret, which is told here and never again.</response>
    /// <response code="409">The caller has a connection already.</response>
    public static async Task<Results<Created<NewConnection>, ProblemHttpResult>> CreateAsync(
        Caller caller, ConnectionKeeper connections, PeopleDirectory people, PortalUrls urls, CancellationToken cancellationToken)
    {
        await people.RememberAsync(caller, cancellationToken);
        if (await connections.CreateAsync(caller, cancellationToken) is not var (connection, secret))
            return Refusals.Conflict("You have connected Cal.com already. Make a new secret, or disconnect first.");
        return TypedResults.Created("/api/bookings/connection", new NewConnection(connection.Id, urls.Webhook(connection.Id),
            connection.CreatedAt, connection.SecretSetAt, connection.ApiKeyState, connection.WebhookState, secret));
    }

    /// <summary>Disconnect the caller's Cal.com account.</summary>
    /// <remarks>
    /// Deliveries to its address are refused from now on. A webhook that the portal has set up is removed at Cal.com, if Cal.com can be
    /// reached; one entered by hand is not. Calls that are known stay on their tickets.
    /// </remarks>
    /// <response code="404">The caller has connected no account.</response>
    public static async Task<Results<NoContent, NotFound>> DeleteAsync(
        Caller caller, ConnectionKeeper connections, WebhookSetup webhook, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(caller, cancellationToken) is not { } connection)
            return TypedResults.NotFound();
        await webhook.RemoveAsync(connection, cancellationToken);
        await connections.RemoveAsync(connection, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Make a new webhook secret.</summary>
    /// <remarks>The old one is accepted for another 60 minutes. With a working API key the portal enters the new one at Cal.com itself.</remarks>
    /// <response code="200">The secret, which is told here and never again.</response>
    /// <response code="404">The caller has connected no account.</response>
    public static async Task<Results<Ok<NewSecret>, NotFound>> RotateAsync(
        Caller caller, ConnectionKeeper connections, WebhookSetup webhook, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(caller, cancellationToken) is not { } connection)
            return TypedResults.NotFound();
        var secret = await connections.RotateAsync(connection, cancellationToken);
        await webhook.EnsureAsync(connection, cancellationToken);
        return TypedResults.Ok(new NewSecret(secret));
    }

    /// <summary>Set the key of Cal.com's API.</summary>
    /// <remarks>
    /// It is tried at once, and sets up the webhook: the answer says whether it works. It is kept encrypted and never shown again.
    /// An answer may take some seconds, because Cal.com is asked.
    /// </remarks>
    /// <response code="200">The connection as it is now, also when Cal.com refuses the key.</response>
    /// <response code="400">This cannot be an API key.</response>
    /// <response code="404">The caller has connected no account.</response>
    public static async Task<Results<Ok<ConnectionStatus>, NotFound, ValidationProblem>> SetApiKeyAsync(
        ApiKeyChange request, Caller caller, ConnectionKeeper connections, WebhookSetup webhook, PortalUrls urls, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(caller, cancellationToken) is not { } connection)
            return TypedResults.NotFound();
        await connections.SetApiKeyAsync(connection, request.ApiKey!, cancellationToken);
        await webhook.EnsureAsync(connection, cancellationToken);
        return TypedResults.Ok(connection.ToStatus(urls, clock.Now()));
    }

    /// <summary>Forget the API key.</summary>
    /// <remarks>The webhook at Cal.com stays; lost deliveries are no longer found.</remarks>
    /// <response code="404">The caller has connected no account.</response>
    public static async Task<Results<NoContent, NotFound>> RemoveApiKeyAsync(
        Caller caller, ConnectionKeeper connections, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(caller, cancellationToken) is not { } connection)
            return TypedResults.NotFound();
        await connections.RemoveApiKeyAsync(connection, cancellationToken);
        return TypedResults.NoContent();
    }

    // Disconnected in another window, while Cal.com was asked for example.
    private static async ValueTask<object?> NotFoundOnceGoneAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (DbUpdateConcurrencyException)
        {
            return TypedResults.NotFound();
        }
    }
}
