using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace MyPortal.Tests.BookingLinks;

/// <summary>Stands between a service and Redis, and can make Redis hang or be gone without touching the Redis that others use.</summary>
internal sealed class RedisProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly EndPoint _redis;
    private readonly string _connectionString;
    private readonly Task _accepting;
    private readonly List<Socket> _open = [];
    private volatile TaskCompletionSource _flowing = Completed();
    private volatile bool _gone;

    public RedisProxy(string connectionString)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        _redis = options.EndPoints[0];
        _listener.Start();
        options.SslHost ??= (_redis as DnsEndPoint)?.Host;
        options.EndPoints.Clear();
        options.EndPoints.Add((IPEndPoint)_listener.LocalEndpoint);
        _connectionString = options.ToString(includePassword: true);
        _accepting = AcceptAsync();
    }

    /// <summary>What to give to the service.</summary>
    public string ConnectionString => _connectionString;

    /// <summary>Connections stay open and nothing passes, as with a stopped process or a lost network.</summary>
    public void Hang() => _flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Connections break and new ones are closed at once.</summary>
    public void Stop()
    {
        _gone = true;
        CloseAll();
    }

    public void Resume()
    {
        _gone = false;
        _flowing.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        CloseAll();
        await _accepting;
        _stopping.Dispose();
    }

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }

    private void CloseAll()
    {
        lock (_open)
        {
            _open.ForEach(socket => socket.Dispose());
            _open.Clear();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stopping.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The proxy was disposed.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var redis = new Socket(SocketType.Stream, ProtocolType.Tcp);
        lock (_open)
            _open.AddRange([client, redis]);
        try
        {
            if (_gone)
                return;

            await redis.ConnectAsync(_redis, _stopping.Token);
            await Task.WhenAny(PumpAsync(client, redis), PumpAsync(redis, client));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One side has gone; so must the other.
        }
        finally
        {
            client.Dispose();
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReceiveAsync(buffer, _stopping.Token) is var count and > 0)
        {
            await _flowing.Task.WaitAsync(_stopping.Token);
            await to.SendAsync(buffer.AsMemory(0, count), _stopping.Token);
        }
    }
}
