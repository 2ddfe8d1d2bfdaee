namespace MyPortal.AppHost.LocalServices;

internal static class RunOrExplain
{
    /// <summary>Runs until stopped. Where the machine lacks something, shows what, without a stack trace, and returns 1.</summary>
    public static async Task<int> RunOrExplainAsync(this DistributedApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (LocalServicesException lacking)
        {
            await Console.Error.WriteLineAsync(lacking.Message);
            return 1;
        }
    }
}
