using CliWrap;

namespace MyPortal.AppHost.LocalServices;

/// <summary>
/// Microsoft's Redis-protocol server, a .NET tool. <c>dotnet tool exec</c> restores it into NuGet's package folder once; from there it
/// is started directly: one process that can be signalled, half a second sooner, and with no registry in reach.
/// </summary>
internal static class Garnet
{
    private const string Package = "garnet-server";
    private const string Version = "2.2.8";
    private static readonly TimeSpan ToDownload = TimeSpan.FromMinutes(5);

    /// <summary>The path of the server's assembly, restored if need be.</summary>
    public static async Task<string> EnsureRestoredAsync(CancellationToken cancellationToken)
    {
        if (Assembly(DefaultPackageFolder) is { } present)
            return present;

        Console.WriteLine("Restoring Garnet, which serves Redis here, through NuGet; this happens once.");
        var restored = await DotnetAsync(["tool", "exec", $"{Package}@{Version}", "--yes", "--", "--version"]);
        var told = await DotnetAsync(["nuget", "locals", "global-packages", "--list", "--force-english-output"]);
        return Assembly(told.Output.Split(": ").Last().Trim())
            ?? throw new LocalServicesException(Advice.NoPackage($"{Package} {Version}", restored.Output));

        Task<ToolResult> DotnetAsync(string[] arguments) =>
            Tool.TryRunAsync(Cli.Wrap("dotnet").WithArguments(arguments), ToDownload, cancellationToken);
    }

    private static string DefaultPackageFolder =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string? Assembly(string packageFolder)
    {
        var path = Path.Combine(packageFolder, Package, Version, "tools", "net10.0", "any", "GarnetServer.dll");
        return File.Exists(path) ? path : null;
    }
}
