using System.Reflection;

namespace MyPortal.ServiceDefaults;

public static class OpenApiBuild
{
    /// <summary>True while the build starts this program only to write <c>openapi.json</c>: then nothing that it depends on is there.</summary>
    public static bool IsRunning { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";
}
