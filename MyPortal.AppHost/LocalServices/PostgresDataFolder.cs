using System.Security.Cryptography;
using System.Text;
using CliWrap;

namespace MyPortal.AppHost.LocalServices;

/// <summary>One cluster's data folder: created once, and made fit to start whatever became of the AppHost that used it last.</summary>
internal sealed class PostgresDataFolder(PostgresBinaries binaries, string directory, UnprivilegedUser? user)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public (string Command, string[] Arguments) ServerCommand => As(binaries.Postgres, "-D", directory);

    public async Task MakeReadyAsync(string password, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(directory, "PG_VERSION")))
        {
            await CreateAsync(password, cancellationToken);
        }
        else
        {
            await StopOrphanAsync(cancellationToken);
            await FitPasswordAsync(password, cancellationToken);
        }
    }

    private async Task CreateAsync(string password, CancellationToken cancellationToken)
    {
        // What an interrupted initdb left would make the next one refuse.
        Directory.Delete(directory, recursive: true);
        Directory.CreateDirectory(directory);
        var passwordFile = directory + ".new";
        try
        {
            await File.WriteAllTextAsync(passwordFile, password, cancellationToken);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(passwordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            if (user is not null)
                await user.OwnAsync([directory, passwordFile], cancellationToken);
            await RunAsync(
                Cli.Wrap(""),
                As(binaries.InitDb, "-D", directory, "-U", "postgres", "--auth=scram-sha-256", $"--pwfile={passwordFile}", "--encoding=UTF8", "--locale=C", "--no-sync"),
                cancellationToken);
        }
        finally
        {
            File.Delete(passwordFile);
        }
        await RememberPasswordAsync(password, cancellationToken);
    }

    /// <summary>
    /// A server can outlive an AppHost and orchestrator that were both killed. The folder's lock is ours by now, so whoever still
    /// serves it is such an orphan. A stale <c>postmaster.pid</c> without a process is PostgreSQL's own business, and no obstacle.
    /// </summary>
    private async Task StopOrphanAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(directory, "postmaster.pid")))
            return;
        var (status, statusArguments) = As(binaries.PgCtl, "status", "-D", directory);
        if ((await Tool.TryRunAsync(Cli.Wrap(status).WithArguments(statusArguments).WithWorkingDirectory("/"), Timeout, cancellationToken)).Succeeded)
            await RunAsync(Cli.Wrap(""), As(binaries.PgCtl, "stop", "-D", directory, "-m", "fast", "-w", "-t", "20"), cancellationToken);
    }

    /// <summary>The password lives in user secrets, the data here: either can be lost without the other. The data win.</summary>
    private async Task FitPasswordAsync(string password, CancellationToken cancellationToken)
    {
        if (File.Exists(PasswordMark) && await File.ReadAllTextAsync(PasswordMark, cancellationToken) == Mark(password))
            return;
        await RunAsync(
            Cli.Wrap("").WithStandardInputPipe(PipeSource.FromString($"ALTER ROLE postgres PASSWORD '{password.Replace("'", "''")}';\n")),
            As(binaries.Postgres, "--single", "-D", directory, "postgres"),
            cancellationToken);
        await RememberPasswordAsync(password, cancellationToken);
    }

    private string PasswordMark => directory + ".password";

    private Task RememberPasswordAsync(string password, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(PasswordMark, Mark(password), cancellationToken);

    // Enough to notice another password; the password is long and random, so a plain digest gives nothing away.
    private static string Mark(string password) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password)));

    private (string Command, string[] Arguments) As(string command, params string[] arguments) =>
        user?.Run(command, arguments) ?? (command, arguments);

    private static async Task RunAsync(Command command, (string Path, string[] Arguments) what, CancellationToken cancellationToken)
    {
        // "/" because root's stand-in may not enter the folder that the AppHost was started in.
        var result = await Tool.TryRunAsync(
            command.WithTargetFile(what.Path).WithArguments(what.Arguments).WithWorkingDirectory("/"), Timeout, cancellationToken);
        if (!result.Succeeded)
            throw new LocalServicesException($"{string.Join(' ', [what.Path, .. what.Arguments])} failed: {result.Output}");
    }
}
