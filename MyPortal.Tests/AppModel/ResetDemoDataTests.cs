using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using MyPortal.AppHost.Dashboard;
using MyPortal.Tests.Fixtures;
using Npgsql;

namespace MyPortal.Tests.AppModel;

[Collection<BreakablePortal>]
public sealed class ResetDemoDataTests(BreakablePortal breakable)
{
    [Fact]
    public async Task The_dashboard_command_brings_all_demo_data_back_and_says_when_a_service_is_away()
    {
        var ct = TestContext.Current.CancellationToken;
        var portal = breakable.Portal;
        var commands = portal.App.Services.GetRequiredService<ResourceCommandService>();
        await ScalarAsync(portal, "profiledb", "update users set booking_link_url = 'https://cal.com/somebody/else'; select 1");
        await ScalarAsync(portal, "ticketdb", "update tickets set subject = 'Overwritten'; select 1");
        var connection = await ScalarAsync(portal, "ticketdb", "select id from cal_com_connections");

        (await commands.ExecuteCommandAsync("postgres", ResetDemoData.CommandName, ct)).Success.ShouldBeTrue();

        (await ScalarAsync(portal, "profiledb", "select count(*) from users where booking_link_url = 'https://cal.com/somebody/else'")).ShouldBe(0L);
        (await ScalarAsync(portal, "ticketdb", "select count(*) from tickets where subject = 'Overwritten'")).ShouldBe(0L);
        (await ScalarAsync(portal, "ticketdb", "select count(*) from tickets")).ShouldBe(30L);
        (await ScalarAsync(portal, "ticketdb", "select id from cal_com_connections")).ShouldBeOfType<string>().ShouldNotBe(connection);
        await Eventually.GetAsync(() => ScalarAsync(portal, "ticketdb", "select webhook_state from cal_com_connections"), state => state is "set_up");

        (await commands.ExecuteCommandAsync("ticketapi", KnownResourceCommands.StopCommand, ct)).Success.ShouldBeTrue();
        var refusal = await commands.ExecuteCommandAsync("postgres", ResetDemoData.CommandName, ct);
        (await commands.ExecuteCommandAsync("ticketapi", KnownResourceCommands.StartCommand, ct)).Success.ShouldBeTrue();
        await portal.WaitUntilHealthyAsync("ticketapi", ct);

        refusal.Success.ShouldBeFalse();
        refusal.Message.ShouldNotBeNull().ShouldContain("ticketapi");
    }

    private static async Task<object?> ScalarAsync(RunningPortal portal, string database, string sql)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var source = NpgsqlDataSource.Create((await portal.App.GetConnectionStringAsync(database, ct))!);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(ct);
    }
}
