using System.Diagnostics;
using Microsoft.Playwright;

namespace MyPortal.Tests.Fixtures;

/// <summary>Where this machine has Chromium, Chrome or Edge, and how to get one when it has none.</summary>
internal static class Chromium
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge", "msedge"];

    private static readonly string[] WellKnown =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>The path of the browser's program. Throws when there is none and none can be installed.</summary>
    public static async Task<string> FindOrInstallAsync(IPlaywright playwright, CancellationToken cancellationToken)
    {
        if (Find() is { } found)
            return found;

        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            await RunAsync("apt-get", ["update", "-qq"], cancellationToken);
            await RunAsync("apt-get", ["install", "-y", "-qq", "chromium"], cancellationToken);
        }
        else if (!File.Exists(playwright.Chromium.ExecutablePath))
        {
            Microsoft.Playwright.Program.Main(["install", "chromium"]);
        }

        return Find() ?? (File.Exists(playwright.Chromium.ExecutablePath) ? playwright.Chromium.ExecutablePath : null)
            ?? throw new InvalidOperationException(
                "The browser tests need Chromium, Chrome or Edge. Install one so that it is on PATH (Debian, Ubuntu: " +
                "`apt-get install chromium`; Windows: `winget install Google.Chrome`; macOS: `brew install --cask google-chrome`).");
    }

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + suffix)))
            .Concat(WellKnown)
            .FirstOrDefault(File.Exists);
    }

    private static async Task RunAsync(string command, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command, arguments);
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellationToken);
    }
}
