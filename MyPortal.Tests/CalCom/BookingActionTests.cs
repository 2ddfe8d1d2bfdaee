using System.Net;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>What may be done to a booking in which state.</summary>
public sealed class BookingActionTests(StandInFixture standIn) : IClassFixture<StandInFixture>
{
    private static readonly string[] Actions =
        ["reschedule", "cancel", "ask-to-reschedule", "confirm", "reject", "pay", "no-show", "start-meeting", "end-meeting"];

    private readonly StandInHost _host = new(standIn.Http);

    [Theory]
    [InlineData("ticket-call", "", "reschedule cancel ask-to-reschedule no-show start-meeting end-meeting")]
    [InlineData("ticket-call", "cancel", "")]
    [InlineData("ticket-call", "reschedule", "")]
    [InlineData("ticket-call", "ask-to-reschedule", "reschedule")]
    [InlineData("ticket-call", "ask-to-reschedule reschedule", "")]
    [InlineData("confirm-call", "", "reschedule cancel ask-to-reschedule confirm reject")]
    [InlineData("confirm-call", "reject", "")]
    [InlineData("paid-call", "", "reschedule cancel ask-to-reschedule pay")]
    [InlineData("paid-confirm-call", "pay", "reschedule cancel ask-to-reschedule confirm reject")]
    public async Task Only_what_makes_sense_is_possible(string slug, string before, string possible)
    {
        foreach (var action in Actions)
        {
            var uid = await _host.BookedUidAsync(slug);
            foreach (var step in before.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                await _host.DoAsync(uid, step);

            using var answer = await _host.TryAsync(uid, action);

            answer.StatusCode.ShouldBe(possible.Split(' ').Contains(action) ? HttpStatusCode.OK : HttpStatusCode.Conflict, $"{slug} {before} → {action}");
        }
    }

    [Fact]
    public async Task An_unknown_booking_is_not_found()
    {
        foreach (var action in Actions)
        {
            using var answer = await _host.TryAsync("unknown", action);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task The_body_of_an_action_may_be_left_out_but_not_be_nonsense()
    {
        var uid = await _host.BookedUidAsync();
        using var moved = await standIn.Http.PostAsync($"/_stand-in/booking/{uid}/reschedule", null, TestContext.Current.CancellationToken);
        using var nonsense = await standIn.Http.PostAsync(
            $"/_stand-in/booking/{uid}/cancel", new StringContent("{", null, "application/json"), TestContext.Current.CancellationToken);
        using var form = await standIn.Http.PostAsync(
            $"/_stand-in/booking/{uid}/cancel", new StringContent("reason=x", null, "application/x-www-form-urlencoded"), TestContext.Current.CancellationToken);

        moved.StatusCode.ShouldBe(HttpStatusCode.OK);
        nonsense.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        form.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_move_frees_the_former_time()
    {
        var slots = await FreeTimesAsync();
        var (first, second) = (slots[0], slots[1]);
        var uid = await _host.BookedUidAsync(start: first);
        await _host.DoAsync(uid, "reschedule", new { start = second });

        var free = await FreeTimesAsync();
        free.ShouldContain(first);
        free.ShouldNotContain(second);
    }

    [Fact]
    public async Task Another_sites_page_cannot_make_a_browser_act()
    {
        var uid = await _host.BookedUidAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/_stand-in/booking/{uid}/cancel");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await standIn.Http.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _host.BookingAsync(uid)).Status.ShouldBe("ACCEPTED");
    }

    private async Task<List<DateTimeOffset>> FreeTimesAsync() =>
        [.. (await standIn.Http.ReadStrictlyAsync<List<StandInSlot>>($"/_stand-in/slots/{_host.User}/ticket-call")).Select(slot => slot.Start)];
}
