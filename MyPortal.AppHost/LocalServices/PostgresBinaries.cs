using System.Globalization;
using System.Text.RegularExpressions;
using CliWrap;

namespace MyPortal.AppHost.LocalServices;

/// <summary>A folder with <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>, and the major version they are of.</summary>
internal sealed partial record PostgresBinaries(string Directory, int MajorVersion)
{
    public const string OldestSupportedText = "15";
    private static readonly int OldestSupported = int.Parse(OldestSupportedText, CultureInfo.InvariantCulture);
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    public string Postgres => PathOf("postgres");
    public string InitDb => PathOf("initdb");
    public string PgCtl => PathOf("pg_ctl");

    /// <summary>The first of the folders that holds a whole server of a supported version.</summary>
    public static async Task<PostgresBinaries?> FirstUsableAsync(IEnumerable<string> directories, CancellationToken cancellationToken)
    {
        foreach (var directory in directories.Distinct())
        {
            if (await TryOpenAsync(directory, cancellationToken) is { } found)
                return found;
        }
        return null;
    }

    private static async Task<PostgresBinaries?> TryOpenAsync(string directory, CancellationToken cancellationToken)
    {
        var candidate = new PostgresBinaries(directory, 0);
        if (!File.Exists(candidate.Postgres) || !File.Exists(candidate.InitDb) || !File.Exists(candidate.PgCtl))
            return null;
        var answer = await Tool.TryRunAsync(Cli.Wrap(candidate.Postgres).WithArguments("--version"), TimeSpan.FromSeconds(5), cancellationToken);
        var version = Version().Match(answer.Output);
        return answer.Succeeded && version.Success && int.Parse(version.ValueSpan, CultureInfo.InvariantCulture) is var major && major >= OldestSupported
            ? candidate with { MajorVersion = major }
            : null;
    }

    private string PathOf(string program) => Path.Combine(Directory, program + Suffix);

    [GeneratedRegex(@"(?<=\(PostgreSQL\) )\d+")]
    private static partial Regex Version();
}
