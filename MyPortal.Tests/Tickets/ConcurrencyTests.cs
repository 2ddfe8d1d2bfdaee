using System.Net;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Tickets;

public sealed class ConcurrencyTests(PortalFixture portal)
{
    [Theory]
    [InlineData("status")]
    [InlineData("priority")]
    [InlineData("assignee")]
    public async Task Of_two_who_change_the_same_version_one_is_told_to_look_again(string what)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        using var ada = await portal.ClientAsync(Callers.Administrator);
        var number = await robin.OpenTicketAsync();
        var version = $"\"{await tess.ReadVersionAsync(number)}\"";

        var answers = await Task.WhenAll(
            tess.ChangeAsync(number, what, Change("in_progress", "high", Demo.Tess.Id), version),
            ada.ChangeAsync(number, what, Change("resolved", "low", Demo.Cal.Id), version));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        await answers.Single(answer => answer.StatusCode != HttpStatusCode.OK).ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed);
        (await robin.ReadTicketAsync(number)).Timeline.Count.ShouldBe(2);

        object Change(string status, string priority, Guid userId) =>
            what switch { "status" => new { status }, "priority" => new { priority }, _ => new { userId } };
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("", HttpStatusCode.PreconditionRequired)]
    [InlineData("*", HttpStatusCode.PreconditionRequired)]
    [InlineData("\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("W/\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("rubbish", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"18446744073709551616\"", HttpStatusCode.PreconditionFailed)]
    public async Task A_change_must_name_the_version_that_the_ticket_has(string? ifMatch, HttpStatusCode expected)
    {
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await tess.OpenTicketAsync();

        using var response = await tess.ChangeAsync(number, "status", new { status = "closed" }, ifMatch);

        await response.ShouldBeProblemAsync(expected);
        (await tess.ReadTicketAsync(number)).Status.ShouldBe("open");
    }

    [Fact]
    public async Task The_version_that_a_change_answers_with_serves_for_the_next()
    {
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await tess.OpenTicketAsync();
        using var first = await tess.ChangeAsync(number, "status", new { status = "in_progress" });

        using var second = await tess.ChangeAsync(number, "priority", new { priority = "low" }, first.Headers.ETag!.Tag);

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Replies_written_at_the_same_moment_are_all_kept()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var casey = await portal.ClientAsync(Callers.Company);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        (await tess.ChangeAsync(number, "status", new { status = "waiting_for_customer" })).Dispose();

        var answers = await Task.WhenAll(new[] { robin, casey, tess }
            .SelectMany(author => Enumerable.Range(0, 6).Select(i => author.ReplyAsync(number, $"{i}"))));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        var ticket = await tess.ReadTicketAsync(number);
        ticket.Replies.Count.ShouldBe(18);
        ticket.Timeline.Count(entry => entry.To == "in_progress").ShouldBe(1);
    }
}
