using System.Net;
using System.Net.Sockets;

namespace MyPortal.AppHost.LocalServices;

/// <summary>The process that stands behind a server resource whose container is not run.</summary>
internal sealed class ServerProcess(string name, string command, string workingDirectory) : ExecutableResource(name, command, workingDirectory)
{
    /// <summary>Chosen here rather than by the orchestrator, whose proxy would otherwise sit in every query's way.</summary>
    public int Port { get; } = FreePort();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
