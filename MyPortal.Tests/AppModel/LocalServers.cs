using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyPortal.AppHost.LocalServices;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.AppModel;

/// <summary>PostgreSQL and Redis alone, as the AppHost runs them on a machine where no container engine answers.</summary>
internal sealed class LocalServers : IAsyncDisposable
{
    private readonly DistributedApplication _app;

    private LocalServers(DistributedApplication app) => _app = app;

    public DistributedApplication App => _app;

    /// <summary>Starts both, with their data in the folder, and waits until both are healthy.</summary>
    public static async Task<LocalServers> StartAsync(string dataDirectory, params string[] configuration)
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            Args = [$"--LocalServices:DataDirectory={dataDirectory}", "--LocalServices:Mode=Processes", "--DcpPublisher:WaitForResourceCleanup=true", .. configuration],
            AssemblyName = typeof(LocalPlan).Assembly.GetName().Name,
            DisableDashboard = true,
        });
        builder.Services.AddLogging(logging => logging.ClearProviders());
        var local = await LocalInfrastructure.PrepareAsync(builder, TestContext.Current.CancellationToken);
        builder.AddPostgres("postgres").RunAsLocalProcess(local).AddDatabase("db");
        builder.AddRedis("cache").RunAsLocalProcess(local);

        var servers = new LocalServers(builder.Build());
        try
        {
            using var limit = Limits.After(Limits.Start);
            await servers._app.StartAsync(limit.Token);
            await servers.BeHealthyAsync("db");
            await servers.BeHealthyAsync("cache");
            return servers;
        }
        catch
        {
            await servers.DisposeAsync();
            throw;
        }
    }

    public async Task BeHealthyAsync(string resource)
    {
        using var limit = Limits.After(Limits.Start);
        await _app.ResourceNotifications.WaitForResourceHealthyAsync(resource, limit.Token);
    }

    public async Task BeInStateAsync(string resource, string state)
    {
        using var limit = Limits.After(Limits.Start);
        await _app.ResourceNotifications.WaitForResourceAsync(resource, state, limit.Token);
    }

    public async Task<string> ConnectionStringAsync(string resource) =>
        (await _app.GetConnectionStringAsync(resource, TestContext.Current.CancellationToken))!;

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(Limits.Start);
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }
}
