using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.Tests.Rules.Infrastructure;

public sealed class BackoffTests
{
    [Fact]
    public void Doubling_begins_with_a_second_and_stays_at_ten_minutes()
    {
        var delays = Enumerable.Range(1, 40).Select(Backoff.DoublingRetryDelay).ToList();

        delays[..3].ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)]);
        delays.ShouldBe(delays.Order());
        delays[9..].ShouldBe(Enumerable.Repeat(TimeSpan.FromMinutes(10), 31).Prepend(TimeSpan.FromSeconds(512)).Take(31));
    }

    [Fact]
    public void What_is_given_up_in_the_end_is_tried_for_over_an_hour()
    {
        Backoff.RetryDelays.ShouldBe(Backoff.RetryDelays.Order());
        Backoff.RetryDelays.Aggregate(TimeSpan.Zero, (sum, delay) => sum + delay).ShouldBeInRange(TimeSpan.FromHours(1), TimeSpan.FromHours(1.5));
    }
}
