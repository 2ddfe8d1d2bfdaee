using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using MyPortal.AppHost.LocalServices;
using MyPortal.Tests.Fixtures;
using Npgsql;
using StackExchange.Redis;

namespace MyPortal.Tests.AppModel;

public sealed class LocalServersTests : IDisposable
{
    private readonly DirectoryInfo _data = DataFolder.Create();

    // These need what the portal needs.
    public LocalServersTests(PortalFixture portal) => portal.SkipUnlessStarted();

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Data_survive_a_restart_even_with_another_password()
    {
        await using (var first = await LocalServers.StartAsync(_data.FullName, "--Parameters:postgres-password=the-first-one"))
        {
            await ExecuteAsync(first, "create table kept (what text); insert into kept values ('this')");
            await using var redis = await ConnectionMultiplexer.ConnectAsync(await first.ConnectionStringAsync("cache"));
            await redis.GetDatabase().StringSetAsync("kept", "that");
            // Done by itself once a second.
            await redis.GetDatabase().ExecuteAsync("COMMITAOF");
        }

        await using var second = await LocalServers.StartAsync(_data.FullName, "--Parameters:postgres-password=it's another");

        (await ExecuteAsync(second, "select what from kept")).ShouldBe("this");
        await using var again = await ConnectionMultiplexer.ConnectAsync(await second.ConnectionStringAsync("cache"));
        ((string?)await again.GetDatabase().StringGetAsync("kept")).ShouldBe("that");
    }

    [Fact]
    public async Task A_server_that_was_stopped_in_the_dashboard_starts_again_there()
    {
        await using var servers = await LocalServers.StartAsync(_data.FullName);
        var commands = servers.App.Services.GetRequiredService<ResourceCommandService>();
        var ct = TestContext.Current.CancellationToken;

        (await commands.ExecuteCommandAsync("postgres", KnownResourceCommands.StopCommand, ct)).Success.ShouldBeTrue();
        await servers.BeInStateAsync("postgres-process", KnownResourceStates.Finished);
        await Should.ThrowAsync<NpgsqlException>(ExecuteAsync(servers, "select 1"));

        (await commands.ExecuteCommandAsync("postgres", KnownResourceCommands.StartCommand, ct)).Success.ShouldBeTrue();
        await AnswersAsync(servers);
    }

    [Fact]
    public async Task Two_AppHosts_do_not_serve_the_same_data()
    {
        await using var first = await LocalServers.StartAsync(_data.FullName);

        var refusal = await Should.ThrowAsync<LocalServicesException>(LocalServers.StartAsync(_data.FullName));

        refusal.Message.ShouldContain(_data.FullName);
        (await ExecuteAsync(first, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_Garnet_that_outlived_its_AppHost_is_stopped_and_the_new_one_is_marked()
    {
        using var leftover = Process.Start("sleep", "600");
        var mark = new ProcessMark(Path.Combine(_data.FullName, "cache.pid"));
        mark.Set(leftover.Id);

        await using var servers = await LocalServers.StartAsync(_data.FullName);

        leftover.HasExited.ShouldBeTrue();
        using var garnet = mark.FindMarked().ShouldNotBeNull();
        garnet.ProcessName.ShouldBe("dotnet");
    }

    private static async Task AnswersAsync(LocalServers servers)
    {
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var limit = Limits.After(Limits.Moment);
        while (await every.WaitForNextTickAsync(limit.Token))
        {
            try
            {
                await ExecuteAsync(servers, "select 1");
                return;
            }
            catch (NpgsqlException)
            {
                // Not yet.
            }
        }
    }

    private static async Task<object?> ExecuteAsync(LocalServers servers, string sql)
    {
        await using var source = NpgsqlDataSource.Create(await servers.ConnectionStringAsync("db"));
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
