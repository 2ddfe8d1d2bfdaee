using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace MyPortal.ServiceDefaults;

/// <summary>
/// What a service does once before <c>/health</c> says that it is ready, so that its first caller does not wait for code that has never run.
/// The first probe starts it and waits for it, for at most <see cref="Timeout"/>. It may fail: then the first callers wait, and that is all.
/// </summary>
public abstract class WarmUp : IHealthCheck
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private static readonly ActivitySource Source = new("MyPortal.ServiceDefaults");

    private readonly ILogger _logger;
    private readonly Lazy<Task> _once;

    protected WarmUp(ILogger logger) => (_logger, _once) = (logger, new(Start));

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _once.Value.WaitAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }

    protected abstract Task RunAsync(CancellationToken cancellationToken);

    // Apart from the probe: its request is not traced, and may end before this does.
    private Task Start()
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(RunOnceAsync);
    }

    private async Task RunOnceAsync()
    {
        using var span = Source.StartActivity("warm up");
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            await RunAsync(timeout.Token).WaitAsync(timeout.Token);
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            _logger.LogInformation(exception, "Warming up did not work; the first requests will take longer.");
        }
    }
}
