using CliWrap;

namespace MyPortal.AppHost.LocalServices;

/// <summary>The user that stands in for root, as whom PostgreSQL refuses to run: <c>postgres</c>, or else <c>nobody</c>.</summary>
internal sealed record UnprivilegedUser(string Name, string Group)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Null when the AppHost does not run as root, so that nobody has to stand in.</summary>
    public static async Task<UnprivilegedUser?> IfRootAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return null;
        foreach (var name in new[] { "postgres", "nobody" })
        {
            var group = await Tool.TryRunAsync(Cli.Wrap("id").WithArguments(["-g", name]), Timeout, cancellationToken);
            if (group.Succeeded)
                return new(name, group.Output);
        }
        return null;
    }

    /// <summary>The command and its arguments, run as this user. <c>setpriv</c> replaces itself, so the process stays one.</summary>
    public (string Command, string[] Arguments) Run(string command, params IEnumerable<string> arguments) =>
        ("setpriv", [$"--reuid={Name}", $"--regid={Group}", "--clear-groups", "--", command, .. arguments]);

    /// <summary>Whether this user can enter the directory, which takes the right to pass through every parent.</summary>
    public async Task<bool> CanEnterAsync(string directory, CancellationToken cancellationToken)
    {
        var (command, arguments) = Run("test", "-x", directory);
        return (await Tool.TryRunAsync(Cli.Wrap(command).WithArguments(arguments), Timeout, cancellationToken)).Succeeded;
    }

    public async Task OwnAsync(string[] paths, CancellationToken cancellationToken) =>
        await Cli.Wrap("chown").WithArguments([$"{Name}:{Group}", .. paths]).ExecuteAsync(cancellationToken);
}
