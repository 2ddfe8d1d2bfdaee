using MyPortal.Tests.Fixtures;
using MyPortal.TicketApi.CalCom.Inbox;

using static MyPortal.Tests.Shared.CalComMessages;

namespace MyPortal.Tests.Webhooks;

/// <summary>
/// What waits for its booking and what makes it known meet in every possible way. Whoever comes second sees the first, because each is looked at
/// under the connection's lock: nothing may be left waiting for good.
/// </summary>
public sealed class AllAtOnceTests(PortalFixture portal)
{
    private const int Calls = 40;

    [Fact]
    public async Task Of_deliveries_that_come_at_the_same_moment_none_stays_without_its_booking()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        var (_, messages) = await portal.BookableTicketAsync();
        var deliveries = Enumerable.Range(0, Calls).SelectMany(number =>
        {
            var (a, b, c) = (Uid(), Uid(), Uid());
            var start = Day.AddHours(number);
            return (string[])
            [
                messages.Created(a, start), messages.Rescheduled(b, start.AddDays(1), a, start, Made.AddHours(1)),
                messages.Rescheduled(c, start.AddDays(2), b, start.AddDays(1), Made.AddHours(2)),
                messages.Cancelled(c, start.AddDays(2), Made.AddHours(3)), messages.NoShow(c, Made.AddHours(4)),
            ];
        }).ToArray();
        Random.Shared.Shuffle(deliveries);

        await Parallel.ForEachAsync(deliveries, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken },
            async (body, _) => await account.DeliverAsync(body));

        await Eventually.GetAsync(account.DeliveriesAsync, stored => stored.TrueForAll(delivery => delivery.State == DeliveryState.Processed));
        (await account.DeliveriesAsync()).Count.ShouldBe(5 * Calls);
    }

    private static string Uid() => Guid.NewGuid().ToString("n");
}
