using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace MyPortal.Tests.Fixtures;

/// <summary>Stands between a service and what it depends on, and can make that hang, be gone or talk nonsense without touching what others use.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly EndPoint _target;
    private readonly Task _accepting;
    private readonly List<Socket> _open = [];
    private volatile TaskCompletionSource _flowing = Completed();
    private volatile bool _gone;
    private volatile byte[]? _rubbish;

    public FaultProxy(EndPoint target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public static FaultProxy Before(Uri service) => new(new DnsEndPoint(service.Host, service.Port, AddressFamily.InterNetwork));

    /// <param name="connectionString">Of the real Redis.</param>
    /// <param name="proxied">What to give to the service instead.</param>
    public static FaultProxy BeforeRedis(string connectionString, out string proxied)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        var proxy = new FaultProxy(options.EndPoints[0]);
        options.SslHost ??= (options.EndPoints[0] as DnsEndPoint)?.Host;
        options.EndPoints.Clear();
        options.EndPoints.Add(proxy.Address);
        proxied = options.ToString(includePassword: true);
        return proxy;
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    public string Url => $"http://{Address}";

    /// <summary>Connections stay open and nothing passes, as with a stopped process or a lost network.</summary>
    public void Hang() => _flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Connections break and new ones are closed at once.</summary>
    public void Stop()
    {
        _gone = true;
        CloseAll();
    }

    /// <summary>Every request gets this answer, well-formed HTTP or not.</summary>
    public void AnswerWith(string rubbish)
    {
        _rubbish = System.Text.Encoding.ASCII.GetBytes(rubbish);
        CloseAll();
    }

    public void Resume()
    {
        _gone = false;
        _rubbish = null;
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
        using var target = new Socket(SocketType.Stream, ProtocolType.Tcp);
        lock (_open)
            _open.AddRange([client, target]);
        try
        {
            if (_gone)
                return;
            if (_rubbish is { } rubbish)
            {
                await client.ReceiveAsync(new byte[16 * 1024], _stopping.Token);
                await client.SendAsync(rubbish, _stopping.Token);
                return;
            }

            await target.ConnectAsync(_target, _stopping.Token);
            await Task.WhenAny(PumpAsync(client, target), PumpAsync(target, client));
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
