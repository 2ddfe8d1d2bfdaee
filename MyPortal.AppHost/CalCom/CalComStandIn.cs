using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MyPortal.AppHost.CalCom;

/// <summary>
/// A development stand-in for Cal.com: the real embed.js, and booking pages that speak its protocol. It keeps bookings
/// in memory and books nothing for real. The AppHost runs it from its own assembly as a process of its own.
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
    /// <c>.data/calcom</c> below the current directory); <c>--npm</c>, the command that restores it (default <c>npm</c>).
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
        builder.Services.AddSingleton<Bookings>().AddSingleton<Calendar>().AddSingleton<EmbedScript>();
        builder.Services.AddHostedService(services => services.GetRequiredService<EmbedScript>());
        builder.Services.AddProblemDetails().AddHealthChecks();
        builder.Services.ConfigureHttpJsonOptions(o =>
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper)));

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = AssetsPath,
            FileProvider = new EmbeddedFileProvider(typeof(CalComStandIn).Assembly, $"{typeof(CalComStandIn).Namespace}.Assets"),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
        app.MapHealthChecks("/health");
        app.MapBookings();
        app.MapPages();
        return app;
    }
}
