using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MyPortal.Tests.Fixtures;

/// <summary>The whole portal, started through its AppHost with data of its own; disposing it leaves no process behind.</summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private readonly string _data;

    private RunningPortal(DistributedApplication app, string data) => (App, _data) = (app, data);

    public DistributedApplication App { get; }

    /// <summary>What the dashboard has received: the same traces that a developer sees.</summary>
    public DashboardTelemetry Telemetry => field ??= new(App);

    /// <exception cref="DistributedApplicationException">What the AppHost advises, or which resource failed and what it wrote last.</exception>
    public static async Task<RunningPortal> StartAsync(params string[] configuration)
    {
        var data = DataFolder.Create().FullName;
        using var limit = new CancellationTokenSource(Limits.Start);

        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.MyPortal_AppHost>(
            new DistributedApplicationTestingBuilderOptions { EnableDashboard = true },
            [
                $"LocalServices:DataDirectory={data}",
                "ASPIRE_ALLOW_UNSECURED_TRANSPORT=true",
                "ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS=true",
                .. configuration,
            ],
            limit.Token);
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddFilter("MyPortal", LogLevel.None));
        // A busy machine must not cost pages their cards.
        builder.CreateResourceBuilder<ProjectResource>("web").WithEnvironment("Technicians__Timeout", "00:01:00");
        // The AppHost wants metrics each second, for people who look at the dashboard. Tests that read metrics receive them themselves.
        foreach (var project in builder.Resources.OfType<ProjectResource>())
            builder.CreateResourceBuilder(project).WithEnvironment("OTEL_METRIC_EXPORT_INTERVAL", "60000");
        var portal = new RunningPortal(await builder.BuildAsync(limit.Token), data);
        try
        {
            await portal.StartAsync(limit.Token);
            return portal;
        }
        catch
        {
            try
            {
                await portal.DisposeAsync();
            }
            catch (Exception)
            {
                // Why it did not start, once more, or that something of it still writes: the first reason counts.
            }
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
            throw new DistributedApplicationException($"'{resource}' did not become healthy.\n{DescribeResources()}", exception);
        }
    }

    /// <summary>What a resource has written to its console until now.</summary>
    public Task<List<string>> OutputAsync(string resource) =>
        OutputAsync(App.Services.GetRequiredService<DistributedApplicationModel>().Resources.Single(one => one.Name == resource));

    public Uri Address(string resource) => App.GetEndpoint(resource, "http");

    /// <summary>A client that neither follows redirects nor keeps cookies.</summary>
    public HttpClient CreateClient(string resource) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = Address(resource),
        Timeout = Limits.Moment,
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

    private async Task StartAsync(CancellationToken ct)
    {
        using var starting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var failure = FirstFailureAsync(starting.Token);
        var healthy = BecomeHealthyAsync(starting.Token);
        await Task.WhenAny(failure, healthy);
        await starting.CancelAsync();
        await Task.WhenAll(failure, healthy).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // At the time limit, both end: then it is the resource that was waited for.
        await (failure.IsFaulted ? failure : healthy);
    }

    private async Task BecomeHealthyAsync(CancellationToken ct)
    {
        await App.StartAsync(ct);
        foreach (var name in (string[])["cache", "mail", "calcom", "profileapi", "ticketapi", "web"])
            await WaitUntilHealthyAsync(name, ct);
    }

    /// <summary>Ends with an exception as soon as a resource has failed: whatever waits for it would wait for ever.</summary>
    private async Task FirstFailureAsync(CancellationToken ct)
    {
        await foreach (var change in App.ResourceNotifications.WatchAsync(ct))
        {
            if (change.Snapshot.State?.Text == KnownResourceStates.FailedToStart || change.Snapshot.ExitCode is not (null or 0))
                throw new DistributedApplicationException($"'{change.Resource.Name}' failed ({change.Snapshot.State?.Text}, exit code {change.Snapshot.ExitCode}). It wrote:\n{string.Join('\n', (await OutputAsync(change.Resource)).TakeLast(60))}");
        }
    }

    private async Task<List<string>> OutputAsync(IResource resource)
    {
        var lines = new List<string>();
        await foreach (var batch in App.Services.GetRequiredService<ResourceLoggerService>().GetAllAsync(resource))
            lines.AddRange(batch.OrderBy(line => line.LineNumber).Select(line => line.Content));
        return lines;
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
