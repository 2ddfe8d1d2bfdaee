using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Microsoft.Extensions.Options;

namespace MyPortal.CalComStandIn.Embed;

/// <summary>The npm package that holds Cal.com's browser bundle, in the version that <c>package.json</c> names.</summary>
internal sealed class EmbedPackage(IOptions<EmbedScriptOptions> options, IWebHostEnvironment environment)
{
    private const string Name = "@calcom/embed-core";
    private static readonly string[] Files = ["package.json", "package-lock.json"];

    private readonly string _source = Path.Combine(environment.ContentRootPath, "Embed");
    private readonly string _directory = Path.GetFullPath(options.Value.Directory, environment.ContentRootPath);

    /// <summary>The script's file, once it is there. Each version has a folder of its own.</summary>
    public string Script => Path.Combine(_directory, $"embed-core-{Version}", "embed.js");

    private string Version => field ??= JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_source, Files[0])))
        .RootElement.GetProperty("dependencies").GetProperty(Name).GetString()!;

    public override string ToString() => $"{Name} {Version}";

    /// <summary>Restores it aside and moves it in, so that two stand-ins starting at once cannot see half a file.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        var aside = Directory.CreateDirectory(Path.Combine(_directory, $"restore-{Guid.NewGuid():n}")).FullName;
        try
        {
            foreach (var file in Files)
                File.Copy(Path.Combine(_source, file), Path.Combine(aside, file));
            await Cli.Wrap(options.Value.Npm)
                .WithArguments(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .WithWorkingDirectory(aside)
                .ExecuteBufferedAsync(cancellationToken);
            Directory.CreateDirectory(Path.GetDirectoryName(Script)!);
            File.Move(Path.Combine(aside, "node_modules", Name, "dist", "embed", "embed.js"), Script, overwrite: true);
        }
        finally
        {
            Directory.Delete(aside, recursive: true);
        }
    }
}
