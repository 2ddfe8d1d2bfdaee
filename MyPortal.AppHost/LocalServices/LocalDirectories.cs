using System.Security.Cryptography;
using System.Text;

namespace MyPortal.AppHost.LocalServices;

/// <param name="Data">What the local servers remember.</param>
/// <param name="Tools">What npm restored. Shared by every data folder of this repository.</param>
internal sealed record LocalDirectories(string Data, string Tools)
{
    private const UnixFileMode OthersMayPass = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>
    /// Below <c>.data</c> in the repository. When root's stand-in cannot get there (a clone below <c>/root</c>, say), below
    /// <c>/var/lib/myportal-…</c>, a folder per clone. A place named by configuration is taken as it is, or refused.
    /// </summary>
    public static async Task<LocalDirectories> ChooseAsync(
        string repository, string? configured, UnprivilegedUser? user, CancellationToken cancellationToken)
    {
        var home = Create(Path.Combine(repository, ".data"));
        if (user is not null && !await user.CanEnterAsync(home, cancellationToken))
            home = Create($"/var/lib/myportal-{Fingerprint(repository)}");

        var data = configured is { Length: > 0 } ? Create(Path.GetFullPath(configured, repository)) : home;
        if (user is not null && !await user.CanEnterAsync(data, cancellationToken))
            throw new LocalServicesException(Advice.Unreachable(data, user.Name));
        return new(data, Create(Path.Combine(home, "tools")));
    }

    /// <summary>Eight characters that tell this data folder from others, for the names of container volumes.</summary>
    public string DataFingerprint => Fingerprint(Data);

    public string CreateDataFolder(string name) => Create(Path.Combine(Data, name));

    private static string Create(string directory)
    {
        if (Directory.Exists(directory))
            return directory;
        Directory.CreateDirectory(directory);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(directory, OthersMayPass);
        return directory;
    }

    private static string Fingerprint(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..8];
}
