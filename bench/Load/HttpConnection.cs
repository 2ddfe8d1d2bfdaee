using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MyPortal.Bench.Load;

/// <summary>
/// One kept-alive connection that sends a prepared GET and reads the whole answer. No more than that, because whatever the load generator
/// costs is added to both sides and brings the ratio nearer to 1.
/// </summary>
internal sealed class HttpConnection(int port) : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];

    public static byte[] Get(string path, string? cookie = null, string? accept = null) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: localhost\r\n{Header("Cookie", cookie)}{Header("Accept-Encoding", accept)}\r\n");

    /// <summary>Sends the request and gives the whole answer, head and (possibly chunked) body, valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        if (!_socket.Connected)
            await _socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        await _socket.SendAsync(request, cancellationToken);

        var read = 0;
        int? end = null;
        while (end is null || read < end)
        {
            if (read == _buffer.Length)
                Array.Resize(ref _buffer, read * 2);
            var got = await _socket.ReceiveAsync(_buffer.AsMemory(read), cancellationToken);
            if (got == 0)
                throw new IOException($"Port {port} closed the connection.");
            read += got;
            end ??= EndOf(_buffer.AsSpan(0, read));
        }
        if (!_buffer.AsSpan().StartsWith("HTTP/1.1 200"u8))
            throw new IOException($"Port {port} answered: {Encoding.ASCII.GetString(_buffer, 0, Math.Min(read, 300))}");
        return _buffer.AsMemory(0, read);
    }

    public void Dispose() => _socket.Dispose();

    // Null while that cannot be told yet. Pages are text, in which a line "0" between two line ends of CRLF does not occur.
    private static int? EndOf(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return null;
        var length = answer[..head].IndexOf("Content-Length: "u8);
        if (length >= 0 && Utf8Parser.TryParse(answer[(length + 16)..], out int body, out _))
            return head + 4 + body;
        return answer[(head + 4)..].EndsWith("0\r\n\r\n"u8) ? answer.Length : null;
    }

    private static string Header(string name, string? value) => value is null ? "" : $"{name}: {value}\r\n";
}
