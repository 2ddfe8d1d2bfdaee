using System.Text.Json;
using System.Text.Json.Serialization;
using MyPortal.CalComStandIn;
using MyPortal.CalComStandIn.Api;
using MyPortal.CalComStandIn.Control;
using MyPortal.CalComStandIn.Embed;
using MyPortal.CalComStandIn.Pages;
using MyPortal.CalComStandIn.Scheduling;
using MyPortal.CalComStandIn.Webhooks;
using MyPortal.ServiceDefaults;

// A development stand-in for Cal.com: the real embed.js, booking pages that speak its protocol, signed webhooks and the part of API v2 that
// the portal uses. It keeps everything in memory and books nothing for real.
var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStandInTelemetry();
builder.AddEmbedScript();
builder.AddWebhooks();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Bookings>().AddSingleton<Calendar>().AddSingleton<BookingActions>();
builder.Services.AddSingleton<RateLimits>();
builder.Services.AddStandInPages();
// What cannot be read is refused in every environment, not thrown in Development.
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
builder.Services.ConfigureHttpJsonOptions(options =>
    options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper)));

var app = builder.Build();
app.UseExceptionHandler();
app.UseSameSitePosts();
app.UsePageConventions();
// Here, and not first as by default: the page for what there is not is looked up anew.
app.UseRouting();
app.UseApiGate();

app.MapHealth();
app.MapStaticAssets();
app.MapEmbedScript();
app.MapBookings();
app.MapControl();
app.MapApiV2();
app.MapStandInPages();
app.Run();
