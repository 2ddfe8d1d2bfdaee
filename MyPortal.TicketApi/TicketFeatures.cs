using Microsoft.AspNetCore.Server.Kestrel.Core;
using MyPortal.ServiceDefaults;
using MyPortal.TicketApi.Bookings;
using MyPortal.TicketApi.DemoData;
using MyPortal.TicketApi.People;
using MyPortal.TicketApi.Periodic;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi;

internal static class TicketFeatures
{
    /// <summary>Room for the longest text in its longest JSON spelling, and not much more.</summary>
    private const int MaximumBodyBytes = 256 * 1024;

    public static void AddTicketFeatures(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = MaximumBodyBytes);

        services.AddSingleton<PortalLinks>();
        services.AddSingleton<TicketTelemetry>();
        services.AddSingleton<BookingReferences>();
        services.AddSingleton<CallLinks>();
        services.AddSingleton<BookingCalls>();
        services.AddScoped<TicketReader>();
        services.AddScoped<TicketEditor>();
        services.AddScoped<PeopleDirectory>();
        services.AddScoped<DemoDataSeeder>();
        services.AddScoped<DemoConnection>();
        services.AddHttpClient<TechnicianLookup>(http =>
        {
            http.BaseAddress = new Uri("https+http://profileapi/");
            http.Timeout = TechnicianLookup.TimeLimit;
        });
        if (!OpenApiBuild.IsRunning)
            services.AddHostedService<Retention>();
    }

    /// <summary>Everything below <c>/api/bookings</c> needs a valid token; it is about the caller's own calls and calendar.</summary>
    public static RouteGroupBuilder MapBookingGroup(this WebApplication app) => app.MapGroup("/api/bookings")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Everything below <c>/api/tickets</c> needs a valid token; what it may do is each operation's business.</summary>
    public static RouteGroupBuilder MapTicketGroup(this WebApplication app) => app.MapGroup("/api/tickets")
        .WithTags("Tickets")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
