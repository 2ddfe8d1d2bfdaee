using MyPortal.TicketApi.Calls.Calendars;
using MyPortal.TicketApi.Calls.References;
using MyPortal.TicketApi.Calls.Reminders;
using MyPortal.TicketApi.Calls.Schedule;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.Calls;

/// <summary>Calls about tickets, whichever platform they were booked on: facts and what follows from them, schedules, reminders, calendar files.</summary>
internal static class CallsModule
{
    public static void AddCalls(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<BookingReferences>();
        services.AddSingleton<CallLinks>();
        services.AddSingleton<CallItems>();
        services.AddScoped<CallStore>();
        services.AddScoped<CallRecorder>();
        services.AddScoped<CallSchedule>();
        services.AddSingleton<CallCalendar>();
        services.AddSingleton<CalendarCalls>();
    }

    public static void MapCalls(this WebApplication app)
    {
        var tickets = app.MapTicketGroup();
        tickets.MapAskToRebook();
        tickets.MapCallFiles();

        var bookings = app.MapBookingGroup();
        bookings.MapMyCalls();
        bookings.MapReminders();
        bookings.MapFeeds();
        app.MapCalendars();
    }

    /// <summary>Everything below <c>/api/bookings</c> needs a valid token; it is about the caller's own calls and calendar.</summary>
    private static RouteGroupBuilder MapBookingGroup(this WebApplication app) => app.MapGroup("/api/bookings")
        .RequireAuthorization()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
