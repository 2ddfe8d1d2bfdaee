using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;
using Xunit.v3;

[assembly: ClosePages]

namespace MyPortal.Tests.Fixtures;

/// <summary>What tests have open in the browser. A page that nobody looks at any more still runs its scripts and animations.</summary>
internal static class OpenPages
{
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<IBrowserContext>> ByTest = new();
    private static readonly ConcurrentQueue<Task> Closing = new();

    /// <summary>Belongs to the running test from now on. Returns once the pages of the tests before are closed.</summary>
    public static async Task AddAsync(IBrowserContext context)
    {
        ByTest.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => []).Enqueue(context);
        while (Closing.TryDequeue(out var closing))
            await closing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public static void CloseThoseOf(string test)
    {
        if (!ByTest.TryRemove(test, out var contexts))
            return;
        foreach (var context in contexts)
            Closing.Enqueue(context.CloseAsync());
    }
}

/// <summary>Closes what a test has opened in the browser when it ends, whatever it did.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ClosePagesAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => OpenPages.CloseThoseOf(test.UniqueID);
}
