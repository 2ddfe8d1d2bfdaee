using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using MyPortal.Tests.Degradation;
using MyPortal.Tests.Fixtures;
using MyPortal.Web.Session;
using StackExchange.Redis;
using StackExchange.Redis.KeyspaceIsolation;

namespace MyPortal.Tests.Pages;

/// <summary>The keys behind sessions and forms: all replicas of Web have the same, in whatever order they start.</summary>
public sealed class SharedKeysTests(PortalFixture portal)
{
    private const int Replicas = 4;

    [Fact]
    public async Task Replicas_that_start_at_once_on_an_empty_redis_end_up_with_one_key()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(await portal.RedisAsync());
        for (var round = 0; round < 25; round++)
        {
            var database = redis.GetDatabase().WithKeyPrefix($"test:{Guid.NewGuid():N}:");
            using var start = new Barrier(Replicas);
            var starts = Enumerable.Range(0, Replicas).Select(_ => Task.Factory.StartNew(
                () => StartReplica(database, start), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default));
            var replicas = await Task.WhenAll(starts);

            replicas[0].Services.GetRequiredService<IKeyManager>().GetAllKeys().Count.ShouldBe(1);
            foreach (var (services, _) in replicas)
            {
                foreach (var (_, cookie) in replicas)
                    Protector(services).Unprotect(cookie).ShouldBe("a session");
                await services.DisposeAsync();
            }
        }
    }

    private static (ServiceProvider Services, string Cookie) StartReplica(IDatabase database, Barrier start)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSharedKeys(_ => database).BuildServiceProvider();
        start.SignalAndWait();
        return (services, Protector(services).Protect("a session"));
    }

    private static IDataProtector Protector(ServiceProvider services) => services.GetDataProtector("tests");
}
