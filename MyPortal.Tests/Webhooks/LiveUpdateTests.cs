using System.Net;
using System.Runtime.CompilerServices;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using static MyPortal.Tests.Shared.CalComMessages;

namespace MyPortal.Tests.Webhooks;

/// <summary>Open pages hear of a call as it happens: webhook → database → every replica → browser.</summary>
public sealed class LiveUpdateTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_hears_of_a_booking_within_seconds()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        var (number, messages) = await portal.BookableTicketAsync();
        var robin = (await portal.SessionAsync(Demo.Robin)).Client;
        using var response = await ListenAsync(robin, $"/api/tickets/{number}/events");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        await using var lines = LinesAsync(response, Stop).GetAsyncEnumerator(Stop);
        (await NextAsync(lines)).ShouldBe("event: alive");

        await account.DeliverAsync(messages.Created(Guid.NewGuid().ToString("n"), Day));

        await ChangeAsync(lines);
        (await NextAsync(lines)).ShouldBe("""data: {"what":"calls"}""");
    }

    [Fact]
    public async Task A_page_that_is_out_of_date_is_told_at_once()
    {
        var (number, _) = await portal.BookableTicketAsync();
        var robin = (await portal.SessionAsync(Demo.Robin)).Client;
        using var response = await ListenAsync(robin, $"/api/tickets/{number}/events?version=1");
        await using var lines = LinesAsync(response, Stop).GetAsyncEnumerator(Stop);

        (await NextAsync(lines)).ShouldBe("event: alive");
        await NextAsync(lines);
        (await NextAsync(lines)).ShouldBe("event: changed");
    }

    [Fact]
    public async Task A_page_hears_of_a_new_status_and_assignee_and_then_reads_them()
    {
        using var tess = await portal.ClientAsync(Callers.Technician);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync();
        using var response = await ListenAsync(robin, $"/api/tickets/{number}/events");
        await using var lines = LinesAsync(response, Stop).GetAsyncEnumerator(Stop);

        (await tess.ChangeAsync(number, "assignee", new { userId = Demo.Tess.Id })).EnsureSuccessStatusCode().Dispose();
        await ChangeAsync(lines);
        (await robin.ReadTicketAsync(number)).Assignee.ShouldNotBeNull().Id.ShouldBe(Demo.Tess.Id);
        (await tess.ChangeAsync(number, "status", new { status = "resolved" })).EnsureSuccessStatusCode().Dispose();
        await ChangeAsync(lines);
        (await robin.ReadTicketAsync(number)).Status.ShouldBe("resolved");
    }

    [Fact]
    public async Task A_page_hears_of_a_public_reply_and_a_page_of_staff_of_a_note_too()
    {
        using var tess = await portal.ClientAsync(Callers.Technician);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync();
        using var forRobin = await ListenAsync(robin, $"/api/tickets/{number}/events");
        using var forTess = await ListenAsync(tess, $"/api/tickets/{number}/events");
        await using var robinHears = LinesAsync(forRobin, Stop).GetAsyncEnumerator(Stop);
        await using var tessHears = LinesAsync(forTess, Stop).GetAsyncEnumerator(Stop);

        (await tess.ReplyAsync(number, "For staff only.", isInternal: true)).EnsureSuccessStatusCode().Dispose();
        await ChangeAsync(tessHears);
        (await tess.ReplyAsync(number, "For everybody.")).EnsureSuccessStatusCode().Dispose();
        await ChangeAsync(robinHears);

        (await robin.ReadTicketAsync(number)).Replies.ShouldHaveSingleItem().Body.ShouldBe("For everybody.");
    }

    [Theory]
    [InlineData(Callers.Anonymous, HttpStatusCode.Unauthorized)]
    [InlineData(Callers.OtherCustomer, HttpStatusCode.NotFound)]
    [InlineData(Callers.OtherCompany, HttpStatusCode.NotFound)]
    [InlineData(Callers.Company, HttpStatusCode.OK)]
    [InlineData(Callers.Technician, HttpStatusCode.OK)]
    public async Task Only_those_who_may_read_the_ticket_hear_of_it(string caller, HttpStatusCode expected)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var client = await portal.ClientAsync(caller);
        var number = await robin.OpenTicketAsync();

        using var response = await ListenAsync(client, $"/api/tickets/{number}/events");

        response.StatusCode.ShouldBe(expected);
    }

    private static Task<HttpResponseMessage> ListenAsync(HttpClient client, string path) =>
        client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);

    // Lines that say something; events end with an empty one.
    private static async IAsyncEnumerable<string> LinesAsync(HttpResponseMessage response, [EnumeratorCancellation] CancellationToken ct)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(ct));
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (line.Length > 0)
                yield return line;
        }
    }

    private static async Task ChangeAsync(IAsyncEnumerator<string> lines)
    {
        while (await NextAsync(lines) != "event: changed")
        {
        }
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<string> lines)
    {
        (await lines.MoveNextAsync().AsTask().WaitAsync(Limits.Moment, Stop)).ShouldBeTrue();
        return lines.Current;
    }
}
