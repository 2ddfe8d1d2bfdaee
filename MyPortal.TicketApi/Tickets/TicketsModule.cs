using MyPortal.ServiceDefaults;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.LiveUpdates;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Replies;
using MyPortal.TicketApi.Tickets.Watchers;

namespace MyPortal.TicketApi.Tickets;

/// <summary>Tickets with their replies, timeline and watchers, the people on them, and word of changes to open pages.</summary>
internal static class TicketsModule
{
    public static void AddTickets(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddTokenValidation();
        services.AddHttpContextAccessor();
        services.AddSingleton<TicketTelemetry>();
        services.AddSingleton<TicketListeners>();
        services.AddScoped<TicketOutbox>();
        services.AddScoped<TicketLister>();
        services.AddScoped<Replying>();
        services.AddScoped<PeopleDirectory>();
        services.AddHttpClient<TechnicianLookup>(http =>
        {
            http.BaseAddress = new Uri("https+http://profileapi/");
            http.Timeout = TechnicianLookup.Timeout;
        });
        // While the OpenAPI document is made, there is no database.
        if (!OpenApiBuild.IsRunning)
            services.AddHostedService<TicketChangeReceiver>();
    }

    public static void MapTickets(this WebApplication app)
    {
        var tickets = app.MapTicketGroup();
        tickets.MapTicketList();
        tickets.MapReplies();
        tickets.MapTicketEventStream();
        tickets.MapWatching();
    }

    /// <summary>Everything below <c>/api/tickets</c> needs a valid token; what it may do is each operation's business.</summary>
    public static RouteGroupBuilder MapTicketGroup(this WebApplication app) => app.MapGroup("/api/tickets")
        .WithTags("Tickets")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
