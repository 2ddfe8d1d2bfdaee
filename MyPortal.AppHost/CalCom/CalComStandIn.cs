using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyPortal.AppHost.CalCom.Api;
using MyPortal.AppHost.CalCom.Control;
using MyPortal.AppHost.CalCom.Pages;
using MyPortal.AppHost.CalCom.Scheduling;
using MyPortal.AppHost.CalCom.Webhooks;

namespace MyPortal.AppHost.CalCom;

/// <summary>
/// A development stand-in for Cal.com: the real embed.js, booking pages that speak its protocol, signed webhooks and a part
/// of API v2. It keeps everything in memory and books nothing for real. The AppHost runs it from its own assembly as a
/// process of its own.
/// </summary>
public static class CalComStandIn
{
    /// <summary>The AppHost's first argument that turns it into the stand-in.</summary>
    public const string Command = "cal-com-stand-in";

    internal const string AssetsPath = "/_stand-in/assets";

    /// <summary>Runs until the process is asked to end.</summary>
    public static Task RunAsync(string[] args) => Build(args).RunAsync();

    /// <summary>
    /// The web site, not started. Options: <c>--urls</c>; <c>--data-directory</c>, where embed.js is kept (default
    /// <c>.data/calcom</c> below the current directory); <c>--npm</c>, the command that restores it (default <c>npm</c>);
    /// <c>--delivery-time-limit</c>, how long a webhook's subscriber may take (default <c>00:00:10</c>); <c>--end-with-parent true</c>, see
    /// <see cref="ParentWatch"/>.
    /// </summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Request lines hold the names and addresses that links are prefilled with.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.Configure<EmbedScriptOptions>(builder.Configuration);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Bookings>().AddSingleton<Calendar>().AddSingleton<BookingActions>();
        builder.Services.AddWebhooks(builder.Configuration);
        builder.Services.AddSingleton<RateLimits>();
        builder.Services.AddSingleton<EmbedScript>().AddHostedService(services => services.GetRequiredService<EmbedScript>());
        if (builder.Configuration.GetValue<bool>(ParentWatch.Setting))
            builder.Services.AddHostedService<ParentWatch>();
        builder.Services.AddProblemDetails().AddHealthChecks();
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        builder.Services.ConfigureHttpJsonOptions(o =>
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper)));

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSameSitePosts();
        app.UseApiGate();
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = AssetsPath,
            FileProvider = new EmbeddedFileProvider(typeof(CalComStandIn).Assembly, $"{typeof(CalComStandIn).Namespace}.Assets"),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
        app.MapHealthChecks("/health");
        app.MapBookings();
        app.MapControl();
        app.MapApiV2();
        app.MapPages();
        return app;
    }
}
