using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MyPortal.Tests.Fixtures;

/// <summary>The whole portal, started through its AppHost with data of its own; disposing it leaves no process behind.</summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private static readonly TimeSpan ToStart = TimeSpan.FromSeconds(120);

    private readonly string _data;

    private RunningPortal(DistributedApplication app, string data) => (App, _data) = (app, data);

    public DistributedApplication App { get; }

    /// <summary>What the dashboard has received: the same traces that a developer sees.</summary>
    public DashboardTelemetry Telemetry => field ??= new(App);

    /// <exception cref="InvalidOperationException">A resource did not become healthy in time.</exception>
    public static async Task<RunningPortal> StartAsync(params string[] configuration)
    {
        var data = DataFolder.Create().FullName;
        using var patience = new CancellationTokenSource(ToStart);

        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.MyPortal_AppHost>(
            new DistributedApplicationTestingBuilderOptions { EnableDashboard = true },
            [
                $"LocalServices:DataDirectory={data}",
                "ASPIRE_ALLOW_UNSECURED_TRANSPORT=true",
                "ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS=true",
                .. configuration,
            ],
            patience.Token);
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddFilter("MyPortal", LogLevel.None));
        var app = await builder.BuildAsync(patience.Token);
        var portal = new RunningPortal(app, data);
        try
        {
            await app.StartAsync(patience.Token);
            foreach (var name in (string[])["cache", "mail", "calcom", "profileapi", "ticketapi", "web"])
                await portal.WaitUntilHealthyAsync(name, patience.Token);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    public async Task WaitUntilHealthyAsync(string resource, CancellationToken ct)
    {
        try
        {
            await App.ResourceNotifications.WaitForResourceHealthyAsync(resource, ct);
        }
        catch (Exception exception) when (exception is OperationCanceledException or DistributedApplicationException)
        {
            throw new InvalidOperationException($"'{resource}' did not become healthy.\n{DescribeResources()}", exception);
        }
    }

    public Uri Address(string resource) => App.GetEndpoint(resource, "http");

    /// <summary>A client that neither follows redirects nor keeps cookies.</summary>
    public HttpClient CreateClient(string resource) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = Address(resource),
        Timeout = TimeSpan.FromSeconds(30),
    };

    public async ValueTask DisposeAsync()
    {
        try
        {
            await App.DisposeAsync();
        }
        finally
        {
            Directory.Delete(_data, recursive: true);
        }
    }

    private string DescribeResources()
    {
        var model = App.Services.GetRequiredService<DistributedApplicationModel>();
        return string.Join('\n', model.Resources.Select(resource =>
            App.ResourceNotifications.TryGetCurrentState(resource.Name, out var state)
                ? $"{resource.Name}: {state.Snapshot.State?.Text}, {state.Snapshot.HealthStatus}"
                : resource.Name));
    }
}
