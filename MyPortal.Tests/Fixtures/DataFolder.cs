namespace MyPortal.Tests.Fixtures;

internal static class DataFolder
{
    /// <summary>A new folder for the data of local servers. Whoever asks for it deletes it.</summary>
    public static DirectoryInfo Create()
    {
        // Not below the user's home: PostgreSQL, started by root, runs as somebody else, who must get here.
        var folder = Directory.CreateTempSubdirectory("myportal-tests-");
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode = (UnixFileMode)0b111_101_101;
        return folder;
    }
}
