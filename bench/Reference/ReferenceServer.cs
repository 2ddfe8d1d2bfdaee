namespace MyPortal.Bench.Reference;

/// <summary>
/// What the portal is compared with: three servers as bare as ASP.NET Core allows, that answer the same bytes through the same hops.
/// No sign-in, no telemetry, no logs, no time limits, no models; SQL by hand.
/// </summary>
internal static class ReferenceServer
{
    public const string Argument = "--reference";

    public static async Task RunAsync(string[] args)
    {
        var app = CreateApp(args[1]);
        app.MapGet("/health", () => Results.Ok());
        switch (args)
        {
            case [_, "tickets", _, var ticketDb]:
                ReferenceTickets.Map(app, ticketDb);
                break;
            case [_, "profiles", _, var profileDb, var redis]:
                await ReferenceProfiles.MapAsync(app, profileDb, redis);
                break;
            case [_, "web", _, var tickets, var profiles, var pages]:
                await ReferenceWeb.MapAsync(app, new(tickets), new(profiles), pages);
                break;
        }
        await app.RunAsync(args[2]);
    }

    private static WebApplication CreateApp(string name)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = name });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.AddResponseCompression();
        return builder.Build();
    }
}
