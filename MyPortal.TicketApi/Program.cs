using JasperFx;
using MyPortal.ServiceDefaults;
using MyPortal.ServiceDefaults.Apis;
using MyPortal.TicketApi.Automation;
using MyPortal.TicketApi.CalCom;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.DemoData;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Infrastructure.Periodic;
using MyPortal.TicketApi.Mail;
using MyPortal.TicketApi.TicketDetails;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddApiConventions(isOutage: exception => exception is ProfileApiUnavailableException);
builder.AddInfrastructure();
builder.AddData();
builder.AddPeriodic();
builder.AddTickets();
builder.AddCalls();
builder.AddCalCom();
builder.AddTicketDetails();
builder.AddMail();
builder.AddAutomation();
builder.AddDemoData();

var app = builder.Build();
if (args.Contains(Migrator.Argument))
    return await app.MigrateAsync(DemoDataModule.FillAsync);
if (args is ["codegen", ..])
    return await app.RunJasperFxCommands(args);

app.UseApiConventions();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();

app.MapHealth();
app.MapApiReference();
app.MapTickets();
app.MapTicketDetails();
app.MapCalls();
app.MapCalCom();
app.MapMail();
app.MapAutomation();
app.MapDemoData();
await app.RunAsync();
return 0;
