using MyPortal.ServiceDefaults;
using MyPortal.Web.BookingCards;
using MyPortal.Web.BrowserTelemetry;
using MyPortal.Web.Clients;
using MyPortal.Web.Errors;
using MyPortal.Web.Pages;
using MyPortal.Web.Proxy;
using MyPortal.Web.Security;
using MyPortal.Web.Session;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddSession();
builder.AddClients();
builder.AddProxy();
builder.AddSecurity();
builder.AddBrowserTelemetry();
builder.AddBookingCards();
builder.AddPages();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseErrors();
app.UseResponseCompression();
app.UseRouting();
app.UseAuthentication();
app.Use(UndecidedSession.Middleware);
app.UseRateLimiter();
app.UseAuthorization();
app.Use(SameOriginWritesOnly.Middleware);

app.MapHealth();
app.MapStaticAssets();
app.MapProxy();
app.MapBrowserTelemetry();
app.MapPages();
app.Run();
