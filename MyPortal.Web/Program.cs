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
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.AddServiceDefaults();
builder.AddPortalSession();
builder.Services.AddApiClients();
builder.Services.AddHttpForwarderWithServiceDiscovery();
builder.Services.AddPortalHeaders(builder.Environment);
builder.Services.AddPortalRateLimits();
builder.Services.AddPortalPages();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<PageTrace>();
builder.Services.AddSingleton<DemoAccounts>();
builder.Services.AddScoped<BookingCardLoader>();
builder.AddWarmUp<CardWarmUp>();

// Compressing over https is safe here: nothing secret is repeated between answers (antiforgery tokens differ each time), and the session
// cookie is SameSite, so another site cannot make a browser send the requests that BREACH needs.
builder.Services.AddResponseCompression(options => options.EnableForHttps = true);

var app = builder.Build();
app.UsePortalHeaders();
app.UsePortalErrors();
app.UseResponseCompression();
app.UseRouting();
app.UseAuthentication();
app.Use(UndecidedSession.Middleware);
app.UseRateLimiter();
app.UseAuthorization();
app.Use(SameOriginWritesOnly.Middleware);

app.MapHealth();
app.MapStaticAssets();
app.MapApiForwarding();
app.MapPublicForwarding();
app.MapBookingReports();
app.MapPortalPages();
app.Run();
