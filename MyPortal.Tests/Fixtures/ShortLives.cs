using System.Runtime.CompilerServices;

namespace MyPortal.Tests.Fixtures;

/// <summary>The many processes that tests start live for seconds or minutes: what pays off later is left out.</summary>
internal static class ShortLives
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        Environment.SetEnvironmentVariable("DOTNET_gcServer", "0");
    }
}
