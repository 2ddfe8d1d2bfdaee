using System.Net;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Tickets;

public sealed class InternalNoteTests(PortalFixture portal)
{
    [Theory]
    [InlineData(Callers.Requester)]
    [InlineData(Callers.Company)]
    public async Task Nothing_that_a_customer_gets_tells_of_an_internal_note(string reader)
    {
        using var customer = await portal.ClientAsync(reader);
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var technician = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        var before = await customer.ReadTicketTextAsync(number);
        var marker = $"only-for-us-{Guid.NewGuid():N}";

        using var note = await technician.ReplyAsync(number, marker, isInternal: true);
        note.StatusCode.ShouldBe(HttpStatusCode.Created);

        foreach (var path in new[] { $"/api/tickets/{number}", $"/api/tickets/{number}/replies", "/api/tickets?limit=100", "/api/tickets?scope=mine&limit=100" })
            (await customer.GetStringAsync(path, TestContext.Current.CancellationToken)).ShouldNotContain(marker);
        (await customer.ReadTicketTextAsync(number)).ShouldBe(before);
    }

    [Fact]
    public async Task Staff_read_them_where_they_were_written()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var technician = await portal.ClientAsync(Callers.Technician);
        using var administrator = await portal.ClientAsync(Callers.Administrator);
        var number = await robin.OpenTicketAsync();
        foreach (var (author, text, isInternal) in new[] { (robin, "One", false), (technician, "Two", true), (technician, "Three", false) })
            (await author.ReplyAsync(number, text, isInternal)).Dispose();

        var replies = (await administrator.ReadTicketAsync(number)).Replies;

        replies.Select(reply => reply.Body).ShouldBe(["One", "Two", "Three"]);
        replies.Select(reply => reply.IsInternal).ShouldBe([false, true, false]);
    }
}
