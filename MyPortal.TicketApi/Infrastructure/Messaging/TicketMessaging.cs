using System.Diagnostics;
using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Model;
using MyPortal.ServiceDefaults;
using Npgsql;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.EntityFrameworkCore;
using Wolverine.ErrorHandling;
using Wolverine.Postgresql;

namespace MyPortal.TicketApi.Infrastructure.Messaging;

/// <summary>
/// Messages and schedules of this service, by Wolverine: stored in ticketdb (schema <see cref="Schema"/>) in the transaction of the change
/// that they tell of, and handled by whichever replica is there. At least once: a handler may see a message again and must not do its work twice.
/// </summary>
internal static class TicketMessaging
{
    public const string Schema = "wolverine";

    /// <summary>
    /// A public class with <see cref="WolverineHandlerAttribute"/> is a handler; nothing registers it, and it is made anew for each message.
    /// Its <c>Handle</c> or <c>HandleAsync</c> takes the message, which is public too, and its constructor takes services from a scope of the
    /// message's own. So these are public classes as well, down to the last constructor; their members may stay internal. What calls it is
    /// generated at build: see <c>Handlers.targets</c>.
    /// </summary>
    public static void AddTicketMessaging(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource("Wolverine"))
            .WithMetrics(metrics => metrics.AddMeter("Wolverine*"));

        var connection = builder.Configuration.GetConnectionString("ticketdb");
        services.AddWolverine(ExtensionDiscovery.ManualOnly, options =>
        {
            options.ServiceName = "ticketapi";
            options.ApplicationAssembly = typeof(TicketMessaging).Assembly;
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            options.UseEntityFrameworkCoreTransactions();
            options.UseHandlers();
            options.UseRetries();

            // While the OpenAPI document or a migration is made there is no database, and nothing to send either.
            if (OpenApiBuild.IsRunning || connection is null)
                options.Durability.Mode = DurabilityMode.MediatorOnly;
            else
                options.UseStore(connection);
        });
    }

    private static void UseHandlers(this WolverineOptions options)
    {
        options.MultipleHandlerBehavior = MultipleHandlerBehavior.Separated;
        options.Policies.UseDurableLocalQueues();
        // Traces tell of every message already.
        options.Policies.MessageExecutionLogLevel(LogLevel.Debug);
        options.Policies.MessageSuccessLogLevel(LogLevel.Debug);
        // Mostly waiting for the database or a mail server, so more than there are processors.
        options.Policies.AllLocalQueues(queue => queue.MaximumParallelMessages(8));
        // The DbContext comes from a pool, by a factory into which generated code cannot look; so do all services that have one.
        options.ServiceLocationPolicy = ServiceLocationPolicy.AlwaysAllowed;
    }

    // Only the first retry holds its place in the queue; later ones let others pass. What fails for over an hour becomes a dead letter.
    private static void UseRetries(this WolverineOptions options) => options.OnAnyException()
        .RetryWithCooldown(Backoff.RetryDelays[0])
        .Then.ScheduleRetry([.. Backoff.RetryDelays.Skip(1)]);

    private static void UseStore(this WolverineOptions options, string connection)
    {
        options.PersistMessagesWithPostgresql(Source(connection), Schema);
        // Tables are the business of --migrate; a start checks that they are there.
        options.AutoBuildMessageStorageOnStartup = AutoCreate.None;

        // A killed replica misses its heartbeats for 8 s, is then seen dead twice, and others have its messages within 15 s.
        var durability = options.Durability;
        durability.Mode = DurabilityMode.Balanced;
        durability.FirstHealthCheckExecution = TimeSpan.FromMilliseconds(500);
        durability.HealthCheckPollingTime = TimeSpan.FromSeconds(2);
        durability.StaleNodeTimeout = TimeSpan.FromSeconds(8);
        durability.NodeReassignmentPollingTime = TimeSpan.FromSeconds(2);
        durability.OrphanedMessageSweepPollingTime = TimeSpan.FromSeconds(2);
        durability.ScheduledJobPollingTime = TimeSpan.FromSeconds(2);
        durability.DrainTimeout = TimeSpan.FromSeconds(5);
        durability.NodeAssignmentHealthCheckTracingEnabled = false;
    }

    // A pool of its own: polling goes on when requests have taken all connections, and unlike theirs these sessions are reset between
    // users, for Wolverine takes locks that last as long as a session. What polling asks is left out of traces.
    private static NpgsqlDataSource Source(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { CommandTimeout = 10, MaxPoolSize = 20 };
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        source.ConfigureTracing(tracing => tracing.ConfigureCommandFilter(_ => Activity.Current is not null));
        return source.Build();
    }
}
