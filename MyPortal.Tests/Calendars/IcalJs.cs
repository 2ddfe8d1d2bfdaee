using System.Diagnostics;
using System.Text;
using System.Text.Json;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Calendars;

/// <summary>An iCalendar object as ical.js understands it: a library that shares nothing with the one that wrote it. Needs npm and node.</summary>
internal sealed record ParsedCalendar(string Method, string Version, IReadOnlyList<ParsedEvent> Events);

internal sealed record ParsedEvent(
    string Uid, int Sequence, string Status, DateTimeOffset Start, DateTimeOffset End, string Zone, string Summary, string? Description,
    string? Location, string? Url, string? Organizer, string? OrganizerName, int Attendees);

internal static class IcalJs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Calendars");
    private static readonly Lazy<Task> Restored = new(RestoreAsync);

    public static async Task<ParsedCalendar> ReadAsync(string text)
    {
        await Restored.Value;
        var json = await RunAsync("node", ["read-calendar.mjs"], text);
        return JsonSerializer.Deserialize<ParsedCalendar>(json, JsonSerializerOptions.Web)!;
    }

    private static Task RestoreAsync() => Directory.Exists(Path.Combine(Folder, "node_modules", "ical.js"))
        ? Task.CompletedTask
        : RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");

    private static async Task<string> RunAsync(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limits.Start);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(0, await errors);
        return output;
    }
}
