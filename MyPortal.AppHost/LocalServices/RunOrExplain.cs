using System.Reflection;

namespace MyPortal.AppHost.LocalServices;

internal static class RunOrExplain
{
    // A test that starts the application in its own process wants the exception itself.
    private static bool IsProgram => Assembly.GetEntryAssembly() == typeof(RunOrExplain).Assembly;

    /// <summary>Runs until stopped. Where the machine lacks something, shows what, without a stack trace, and returns 1.</summary>
    public static async Task<int> RunOrExplainAsync(this DistributedApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (LocalServicesException lacking) when (IsProgram)
        {
            await Console.Error.WriteLineAsync(lacking.Message);
            return 1;
        }
    }
}
