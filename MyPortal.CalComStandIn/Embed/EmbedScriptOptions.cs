namespace MyPortal.CalComStandIn.Embed;

/// <summary>Configuration section <c>EmbedScript</c>.</summary>
internal sealed class EmbedScriptOptions
{
    public const string Section = "EmbedScript";

    /// <summary>Where the script is kept, seen from the content root. It holds nothing else.</summary>
    public required string Directory { get; set; }

    /// <summary>The command that restores it.</summary>
    public required string Npm { get; set; }
}
