using MyPortal.Tests.Fixtures;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Tickets;

public sealed class TicketListTests(PortalFixture portal)
{
    [Fact]
    public async Task Paging_meets_each_ticket_once_while_new_ones_arrive()
    {
        using var quinn = await portal.ClientAsync(Callers.OtherCustomer);
        var numbers = new List<long>();
        for (var i = 0; i < 12; i++)
            numbers.Add(await quinn.OpenTicketAsync());

        var met = new List<long>();
        string? cursor = null;
        do
        {
            var page = await ListAsync(quinn, cursor is null ? "scope=mine&limit=3" : $"scope=mine&limit=3&cursor={cursor}");
            met.AddRange(Numbers(page));
            cursor = page.NextCursor;
            await quinn.OpenTicketAsync("Arrived while somebody was paging");
        }
        while (cursor is not null);

        met.ShouldBeUnique();
        met.Where(numbers.Contains).ShouldBe(Enumerable.Reverse(numbers));
    }

    [Fact]
    public async Task A_page_is_as_large_as_asked_for_and_says_where_the_next_begins()
    {
        using var tess = await portal.ClientAsync(Callers.Technician);

        var page = await ListAsync(tess, "limit=1");

        page.Items.Count.ShouldBe(1);
        page.NextCursor.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("waiting_for_call", "all", true)]
    [InlineData("waiting_for_call", "open", true)]
    [InlineData("waiting_for_call", "waiting_for_call", true)]
    [InlineData("waiting_for_call", "closed", false)]
    [InlineData("waiting_for_call", "in_progress", false)]
    [InlineData("resolved", "open", false)]
    [InlineData("resolved", "closed", true)]
    [InlineData("resolved", "resolved", true)]
    public async Task A_status_filter_shows_the_tickets_that_it_names(string status, string filter, bool shown)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        (await tess.ChangeAsync(number, "status", new { status })).Dispose();

        Numbers(await ListAsync(robin, $"scope=mine&limit=100&status={filter}")).Contains(number).ShouldBe(shown);
        Numbers(await ListAsync(tess, $"limit=100&status={filter}")).Contains(number).ShouldBe(shown);
    }

    [Fact]
    public async Task Assigned_to_me_shows_mine_and_nobody_elses()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        using var ada = await portal.ClientAsync(Callers.Administrator);
        var number = await robin.OpenTicketAsync();
        (await ada.ChangeAsync(number, "assignee", new { userId = Demo.Tess.Id })).Dispose();

        Numbers(await ListAsync(tess, "assignee=me&status=open&limit=100")).ShouldContain(number);
        Numbers(await ListAsync(ada, "assignee=me&limit=100")).ShouldNotContain(number);
        Numbers(await ListAsync(robin, "assignee=me")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customer_without_the_company_view_lists_no_colleagues()
    {
        using var casey = await portal.ClientAsync(Callers.Company);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var (caseys, robins) = (await casey.OpenTicketAsync(), await robin.OpenTicketAsync());

        Numbers(await ListAsync(robin, "limit=100")).ShouldNotContain(caseys);
        Numbers(await ListAsync(casey, "limit=100")).ShouldContain(robins);
        Numbers(await ListAsync(casey, "scope=mine&limit=100")).ShouldNotContain(robins);
    }

    private static Task<TicketPage> ListAsync(HttpClient client, string query) => client.ReadStrictlyAsync<TicketPage>($"/api/tickets?{query}");

    private static List<long> Numbers(TicketPage page) => [.. page.Items.Select(ticket => ticket.Number)];
}
