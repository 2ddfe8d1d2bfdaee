namespace MyPortal.CalComStandIn.Pages.Hosts;

/// <summary>What the settings say after a form, by a name in their address, so that no address can make them say anything else.</summary>
internal static class SettingsNotices
{
    public const string Added = "added";
    public const string Saved = "saved";
    public const string Deleted = "deleted";
    public const string Switched = "switched";

    public static string? Text(string? notice) => notice switch
    {
        Added => "The webhook is added.",
        Saved => "The webhook is saved.",
        Deleted => "The webhook is deleted.",
        Switched => "The switches are set.",
        _ => null,
    };
}
