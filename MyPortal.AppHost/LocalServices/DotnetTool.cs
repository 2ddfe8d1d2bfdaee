using CliWrap;

namespace MyPortal.AppHost.LocalServices;

/// <summary>
/// A server that is a .NET tool. <c>dotnet tool exec</c> restores it into NuGet's package folder once; from there it is started
/// directly: one process that can be signalled, half a second sooner, and with no registry in reach.
/// </summary>
/// <param name="Package">Its id in the registry.</param>
/// <param name="Version">The only one that is used.</param>
/// <param name="What">What it does here, for the person who waits for the download.</param>
/// <param name="Assembly">The file that <c>dotnet</c> runs.</param>
/// <param name="Harmless">An argument with which it ends at once.</param>
internal sealed record DotnetTool(string Package, string Version, string Assembly, string What, string Harmless)
{
    /// <summary>Microsoft's Redis-protocol server.</summary>
    public static readonly DotnetTool Garnet = new("garnet-server", "2.2.8", "GarnetServer.dll", "Garnet, which serves Redis here", "--version");

    /// <summary>A mail server that delivers nothing and shows everything.</summary>
    public static readonly DotnetTool Smtp4dev = new("Rnwood.Smtp4dev", "3.15.0", "Rnwood.Smtp4dev.dll", "smtp4dev, which takes the portal's mail here", "--help");

    private static readonly TimeSpan ToDownload = TimeSpan.FromMinutes(5);

    /// <summary>The path of the tool's assembly, restored if need be.</summary>
    /// <exception cref="LocalServicesException">It is not here and could not be restored.</exception>
    public async Task<string> EnsureRestoredAsync(CancellationToken cancellationToken)
    {
        if (Find(DefaultPackageFolder) is { } present)
            return present;

        Console.WriteLine($"Restoring {What}, through NuGet; this happens once.");
        var restored = await DotnetAsync(["tool", "exec", $"{Package}@{Version}", "--yes", "--", Harmless]);
        var told = await DotnetAsync(["nuget", "locals", "global-packages", "--list", "--force-english-output"]);
        return Find(told.Output.Split(": ").Last().Trim())
            ?? throw new LocalServicesException(Advice.NoPackage($"{Package} {Version}", restored.Output));

        Task<ToolResult> DotnetAsync(string[] arguments) =>
            Tool.TryRunAsync(Cli.Wrap("dotnet").WithArguments(arguments), ToDownload, cancellationToken);
    }

    private static string DefaultPackageFolder =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    // A tool with parts of its own for each platform lies in a package beside the one that was asked for.
    private string? Find(string packageFolder) =>
        !Directory.Exists(packageFolder) ? null : Directory.EnumerateDirectories(packageFolder, Package.ToLowerInvariant() + "*")
            .Select(package => Path.Combine(package, Version, "tools", "net10.0"))
            .Where(Directory.Exists)
            .SelectMany(tools => Directory.EnumerateDirectories(tools))
            .Select(platform => Path.Combine(platform, Assembly))
            .FirstOrDefault(File.Exists);
}
