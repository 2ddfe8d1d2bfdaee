using MyPortal.TicketApi.Tickets.LiveUpdates;

namespace MyPortal.Tests.Rules.Tickets;

/// <summary>Who hears that a ticket has changed: even that an internal note was written is not for customers.</summary>
public sealed class TicketNewsTests
{
    private static readonly Guid Ticket = Guid.NewGuid();

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public async Task News_for_staff_reaches_staff_only(bool isForStaff, bool isStaff, bool hears)
    {
        var listeners = new TicketListeners();
        using var listener = listeners.Add(Ticket, isStaff);

        listeners.Tell(new TicketNews(Ticket, isForStaff));

        (await HearsAsync(listener)).ShouldBe(hears);
    }

    [Fact]
    public async Task News_of_another_ticket_does_not()
    {
        var listeners = new TicketListeners();
        using var listener = listeners.Add(Ticket, isStaff: true);

        listeners.Tell(new TicketNews(Guid.NewGuid(), IsForStaff: false));

        (await HearsAsync(listener)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Replicas_read_what_they_tell_each_other(bool isForStaff)
    {
        var news = new TicketNews(Ticket, isForStaff);

        TicketNews.Read(news.ToString()).ShouldBe(news);
    }

    [Theory]
    [InlineData("")]
    [InlineData("staff")]
    [InlineData(" staff")]
    [InlineData("0198c000-0000-7000-8000-000000000001 others")]
    public void Anything_else_says_nothing(string payload) => TicketNews.Read(payload).ShouldBeNull();

    // What was told lies there already.
    private static Task<bool> HearsAsync(TicketListeners.Listener listener) =>
        listener.WaitAsync(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
}
