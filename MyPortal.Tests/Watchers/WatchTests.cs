using System.Net;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;

namespace MyPortal.Tests.Watchers;

public sealed class WatchTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_requester_watches_from_the_start_and_may_stop()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync();
        (await WatchingAsync(robin, number)).ShouldBe((true, 1));

        await DoAsync(robin, HttpMethod.Delete, number);

        (await WatchingAsync(robin, number)).ShouldBe((false, 0));
    }

    [Fact]
    public async Task Watching_is_each_readers_own_and_counts_once()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var casey = await portal.ClientAsync(Callers.Company);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();

        await DoAsync(casey, HttpMethod.Put, number);
        await DoAsync(casey, HttpMethod.Put, number);

        (await WatchingAsync(casey, number)).ShouldBe((true, 2));
        (await WatchingAsync(tess, number)).ShouldBe((false, 2));
        await DoAsync(tess, HttpMethod.Delete, number);
        await DoAsync(casey, HttpMethod.Delete, number);
        (await WatchingAsync(robin, number)).ShouldBe((true, 1));
    }

    [Fact]
    public async Task Watching_does_not_change_the_ticket()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync();
        var version = await robin.ReadVersionAsync(number);

        await DoAsync(robin, HttpMethod.Delete, number);

        (await robin.ReadVersionAsync(number)).ShouldBe(version);
    }

    [Fact]
    public async Task A_demo_ticket_has_watchers()
    {
        using var casey = await portal.ClientAsync(Callers.Company);

        (await WatchingAsync(casey, 1001)).Count.ShouldBeGreaterThan(1);
    }

    private static async Task DoAsync(HttpClient caller, HttpMethod method, long number)
    {
        using var request = new HttpRequestMessage(method, $"/api/tickets/{number}/watch");
        using var response = await caller.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private static async Task<(bool Watching, int Count)> WatchingAsync(HttpClient reader, long number)
    {
        var ticket = await reader.ReadTicketAsync(number);
        return (ticket.Watching, ticket.WatcherCount);
    }
}
