using CliWrap;

namespace MyPortal.AppHost.LocalServices;

/// <summary>This machine, asked for real.</summary>
internal sealed class Machine(LocalServicesSettings settings, LocalDirectories directories) : IMachine
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    public async Task<bool> ContainerEngineAnswersAsync(CancellationToken cancellationToken) =>
        await ContainerEngine.FindAsync(cancellationToken) is not null;

    public async Task<PostgresBinaries?> FindPostgresAsync(CancellationToken cancellationToken)
    {
        if (settings.PostgresBinDirectory is { Length: > 0 } configured)
        {
            return await PostgresBinaries.FirstUsableAsync([configured], cancellationToken)
                ?? throw new LocalServicesException(Advice.NoPostgresThere(configured));
        }
        return await PostgresBinaries.FirstUsableAsync(OnPath(), cancellationToken)
            ?? await PostgresBinaries.FirstUsableAsync(await ToldByPgConfigAsync(cancellationToken), cancellationToken)
            ?? await PostgresBinaries.FirstUsableAsync(WhereInstallersPutIt(), cancellationToken)
            ?? await PostgresBinaries.FirstUsableAsync([NpmPostgres.BinDirectory(directories.Tools)], cancellationToken);
    }

    public async Task<bool> HasNpmAsync(CancellationToken cancellationToken) =>
        (await Tool.TryRunAsync(NpmPostgres.Npm.WithArguments("--version"), Timeout, cancellationToken)).Succeeded;

    private static string[] OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string[]> ToldByPgConfigAsync(CancellationToken cancellationToken)
    {
        var answer = await Tool.TryRunAsync(Cli.Wrap("pg_config").WithArguments("--bindir"), Timeout, cancellationToken);
        return answer.Succeeded ? [answer.Output] : [];
    }

    // Debian and its kin, Homebrew (twice), the macOS installer. The newest version first.
    private static readonly string[] InstallationRoots = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/Library/PostgreSQL"];

    private static IEnumerable<string> WhereInstallersPutIt() =>
        InstallationRoots
            .Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateDirectories(root).OrderDescending())
            .Select(version => Path.Combine(version, "bin"));
}
