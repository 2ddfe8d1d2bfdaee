using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.TicketDetails;

/// <summary>A ticket as its page shows it, with its calls, and the operations that answer with it: open, read, assign, change.</summary>
internal static class TicketDetailsModule
{
    public static void AddTicketDetails(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<TicketReader>();
        builder.Services.AddScoped<TicketEditor>();
    }

    public static void MapTicketDetails(this WebApplication app)
    {
        var tickets = app.MapTicketGroup();
        tickets.MapTicketDetail();
        tickets.MapTicketChanges();
    }
}
