using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MyPortal.ProfileApi.BookingLinks.Caching;
using MyPortal.ProfileApi.BookingLinks.Parsing;
using MyPortal.ProfileApi.Identity;
using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.ProfileApi.BookingLinks;

internal static class BookingLinkEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/profile/me").WithTags("Profile").RequireAuthorization(AccessPolicies.Staff);
        own.MapPut("/booking-link", SaveAsync).WithName("SaveBookingLink")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        // Outside /api on purpose, so Web's proxy never forwards it: Web asks, for a ticket whose assignee the reader may see.
        var technicians = routes.MapGroup("/technicians").WithTags("Technicians").RequireAuthorization();
        technicians.MapGet("/{id:guid}/booking-link", FindAsync).WithName("GetTechnicianBookingLink")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Sets or removes one's own booking link.</summary>
    /// <remarks>
    /// For technicians and administrators. The link must be https, with a public host name, without user name or password, of at most
    /// 500 characters after normalisation; the problem under the key `url` says what is wrong. Null or blank removes the link.
    /// Once this has answered, nobody is shown the link from before. That takes about 2.5 seconds while Redis is unreachable.
    /// </remarks>
    internal static async Task<Results<Ok<SaveBookingLinkResponse>, ValidationProblem>> SaveAsync(
        SaveBookingLinkRequest request, ClaimsPrincipal caller, LinkSaver saver, LinkDescriber describer, CancellationToken cancellationToken)
    {
        var (url, problem) = BookingLink.Parse(request.Url, describer.Rules);
        if (problem is not null)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["url"] = [problem] }, detail: problem);

        await saver.SaveAsync(caller.Id(), url, cancellationToken);
        return TypedResults.Ok(new SaveBookingLinkResponse(describer.Describe(url)));
    }

    /// <summary>The booking link of an active technician or administrator, for the card on a ticket.</summary>
    /// <remarks>
    /// For any signed-in caller. 404 when there is no such person; `bookingLink` is null when they have no link. The header
    /// `X-Booking-Cache` says how it was found: `hit`, `miss` or `bypass`. A hit needs no database.
    /// </remarks>
    internal static async Task<Results<Ok<TechnicianBookingLinkResponse>, NotFound>> FindAsync(
        Guid id, LinkCache cache, LinkStore store, LinkDescriber describer, LookupMetrics metrics,
        HttpResponse response, CancellationToken cancellationToken)
    {
        var (link, outcome) = await cache.FindAsync(id, store.ReadAsync, cancellationToken);
        metrics.Record(outcome);
        response.Headers["X-Booking-Cache"] = LookupMetrics.Name(outcome);
        return link is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(new TechnicianBookingLinkResponse(link.TechnicianId, link.Name, link.Email, describer.Describe(link.Url)));
    }
}
