using System.Reflection;

namespace MyPortal.ProfileApi;

internal static class OpenApiBuild
{
    /// <summary>True while the build starts this program only to write <c>openapi.json</c>: then there is neither database nor Redis.</summary>
    public static bool IsRunning { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";
}
