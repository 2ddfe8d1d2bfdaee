using JasperFx;
using MyPortal.ServiceDefaults;
using MyPortal.ServiceDefaults.Apis;
using MyPortal.TicketApi;
using MyPortal.TicketApi.Automation;
using MyPortal.TicketApi.Bookings;
using MyPortal.TicketApi.CalComApi;
using MyPortal.TicketApi.Calendars;
using MyPortal.TicketApi.Connections;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.DemoData;
using MyPortal.TicketApi.LiveUpdates;
using MyPortal.TicketApi.Mail;
using MyPortal.TicketApi.Messaging;
using MyPortal.TicketApi.People;
using MyPortal.TicketApi.Reconciliation;
using MyPortal.TicketApi.Reference;
using MyPortal.TicketApi.Reminders;
using MyPortal.TicketApi.Replies;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Watchers;
using MyPortal.TicketApi.Webhooks;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddTicketData();
builder.AddTicketMessaging();
builder.AddTokenValidation();
builder.AddApiConventions(isOutage: exception => exception is ProfileApiUnavailableException);
builder.AddTicketFeatures();
builder.AddWebhooks();
builder.AddCalComApi();
builder.AddConnections();
builder.AddReconciliation();
builder.AddMailFeatures();
builder.AddAutomation();
builder.Services.AddValidation();
builder.AddApiReference();

var app = builder.Build();
if (args.Contains(Migrator.Argument))
{
    await app.MigrateAsync();
    return;
}
if (args is ["codegen", ..])
{
    await app.RunJasperFxCommands(args);
    return;
}

app.UseApiConventions();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();

app.MapHealth();
app.MapApiReference();
app.MapDemoData();

var tickets = app.MapTicketGroup();
tickets.MapTickets();
tickets.MapTicketChanges();
tickets.MapReplies();
tickets.MapTicketEventStream();
tickets.MapAskToRebook();
app.MapWebhooks();
app.MapInbox();
app.MapConnection();
tickets.MapWatching();
tickets.MapCallFiles();

var bookings = app.MapBookingGroup();
bookings.MapMyCalls();
bookings.MapReminders();
bookings.MapFeeds();

app.MapCalendars();
app.MapUnsubscribe();
app.MapAutomation();
app.Run();
