namespace MyPortal.Tests.Shared;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of a project, for example <c>MyPortal.Web</c>.</summary>
    public static string Project(string name) => Path.Combine(Root, name);

    /// <summary>A project's build output, in the same configuration (Debug or Release) as these tests.</summary>
    public static string Output(string project) =>
        Path.Combine(Project(project), Path.GetRelativePath(Project(typeof(Repository).Assembly.GetName().Name!), AppContext.BaseDirectory));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MyPortal.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("MyPortal.sln is in no folder above the tests.");
        return folder.FullName;
    }
}
