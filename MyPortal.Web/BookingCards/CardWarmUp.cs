using MyPortal.ServiceDefaults;
using MyPortal.Web.Clients;
using MyPortal.Web.Session;

namespace MyPortal.Web.BookingCards;

/// <summary>
/// Opens the way to both APIs before the first page needs it: the card has 450 ms, less than the first call takes. Nobody's token is at hand
/// here, so both answer 401, which is as good.
/// </summary>
internal sealed class CardWarmUp(IServiceScopeFactory scopes, ILogger<CardWarmUp> logger) : WarmUp(logger)
{
    private const int Calls = 2;

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var nobody = new DefaultHttpContext { RequestServices = services };
        nobody.SetAccessToken("nobody");
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = nobody;

        for (var call = 0; call < Calls; call++)
        {
            await AnsweredAsync(services.GetRequiredService<TechnicianClient>().BookingLinkAsync(Guid.Empty, cancellationToken));
            await AnsweredAsync(services.GetRequiredService<TicketClient>().GetAsync(0, cancellationToken));
        }
    }

    // The first call may well take longer than it has.
    private static async Task AnsweredAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (ApiUnavailableException)
        {
            // The next one finds the way open, or the first page says what is wrong.
        }
    }
}
