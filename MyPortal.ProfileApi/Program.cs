using MyPortal.ProfileApi;
using MyPortal.ProfileApi.BookingLinks;
using MyPortal.ProfileApi.Data;
using MyPortal.ProfileApi.DemoData;
using MyPortal.ProfileApi.Identity;
using MyPortal.ProfileApi.Profile;
using MyPortal.ProfileApi.Technicians;
using MyPortal.ServiceDefaults;
using MyPortal.ServiceDefaults.Apis;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddApiConventions();
builder.AddApiFormat();
builder.AddData();
builder.AddIdentity();
builder.AddBookingLinks();
builder.AddProfile();
builder.AddTechnicians();
builder.AddDemoData();

var app = builder.Build();
if (args.Contains(Migrator.Argument))
    return await app.MigrateAsync(CancellationToken.None);

app.UseApiConventions();
app.UseAuthentication();
app.UseAuthorization();
app.MapHealth();
app.MapIdentity();
app.MapBookingLinks();
app.MapProfile();
app.MapTechnicians();
app.MapDemoData();
app.MapApiReference();
await app.RunAsync();
return 0;
