using Polly;
using Polly.CircuitBreaker;
using StackExchange.Redis;

namespace MyPortal.ProfileApi.BookingLinks.Caching;

/// <summary>
/// Redis as something that may fail at any time: each attempt is bounded, none throws, and after a few failures attempts stop for
/// <see cref="BreakDuration"/>. An abandoned command may still be carried out later; see <see cref="LinkCache"/> for why that is harmless.
/// </summary>
internal sealed class LinkRedis
{
    /// <summary>The bound of one attempt. StackExchange.Redis looks for its own timeouts only about once a second.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(150);

    public static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(5);

    private readonly Lazy<Task<IConnectionMultiplexer>> _connection;
    private readonly ResiliencePipeline _breaker;
    private readonly TimeProvider _clock;

    /// <param name="connect">May block for seconds; runs once, beside the start of the service.</param>
    /// <param name="connectionLost">Told whenever a connection breaks.</param>
    /// <param name="clock">For the bound of an attempt and the pause after failures.</param>
    public LinkRedis(Func<IConnectionMultiplexer> connect, Action connectionLost, TimeProvider clock)
    {
        _connection = new(() => Task.Run(() =>
        {
            var connection = connect();
            connection.ConnectionFailed += (_, _) => connectionLost();
            return connection;
        }));
        _clock = clock;
        _breaker = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                MinimumThroughput = 3,
                FailureRatio = 0.5,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = BreakDuration,
            })
            .Build();
    }

    /// <summary>Begins to connect without waiting for it.</summary>
    public Task<IConnectionMultiplexer> Connect() => _connection.Value;

    /// <summary>Whether Redis answered in time, and what.</summary>
    public async ValueTask<(bool Answered, T? Value)> TryAsync<T>(Func<IDatabase, Task<T>> command, TimeSpan? timeout = null)
    {
        if (Connect() is not { IsCompletedSuccessfully: true, Result: var connection })
            return default;

        var context = ResilienceContextPool.Shared.Get();
        var outcome = await _breaker.ExecuteOutcomeAsync(
            static async (_, state) => await AttemptAsync(state.command, state.database, state.timeout, state._clock),
            context,
            (command, database: connection.GetDatabase(), timeout: timeout ?? Timeout, _clock));
        ResilienceContextPool.Shared.Return(context);
        return outcome.Exception is null ? (true, outcome.Result) : default;
    }

    private static async Task<Outcome<T>> AttemptAsync<T>(Func<IDatabase, Task<T>> command, IDatabase database, TimeSpan timeout, TimeProvider clock)
    {
        try
        {
            return Outcome.FromResult(await command(database).WaitAsync(timeout, clock));
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            return Outcome.FromException<T>(exception);
        }
    }
}
