namespace MyPortal.Tests.Fixtures;

/// <summary>
/// How long tests wait for what must come, on a slow machine that does other things as well. They end a run that hangs, and nothing else: a test
/// that passes never waits so long, and no test measures by them.
/// </summary>
internal static class Limits
{
    /// <summary>For what comes a moment later: a message is handled, a page changes, a span is exported.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMinutes(3);

    /// <summary>For processes to start: a portal, a replica, npm.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromMinutes(10);

    /// <summary>Ends with the test, and at the limit. To be disposed.</summary>
    public static CancellationTokenSource After(TimeSpan limit)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        source.CancelAfter(limit);
        return source;
    }
}
