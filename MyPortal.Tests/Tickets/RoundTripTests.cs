using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using MyPortal.Tests.Bookings;
using MyPortal.Tests.Fixtures;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.References;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.TicketDetails;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.Tests.Tickets;

/// <summary>How often the real queries ask the real database: counted in this process, on the portal's own ticketdb.</summary>
public sealed class RoundTripTests(PortalFixture portal)
{
    private static readonly Caller Staff = new(Guid.NewGuid(), "Counter", "counter@x.example", Role.Technician, null, null, false);

    [Fact]
    public async Task A_ticket_with_twenty_replies_takes_at_most_three_round_trips()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await robin.OpenTicketAsync();
        for (var i = 0; i < 20; i++)
            (await robin.ReplyAsync(number, $"{i}")).Dispose();
        (await tess.ChangeAsync(number, "assignee", new { userId = Demo.Tess.Id })).Dispose();
        await portal.AddCallAsync(number, TimeSpan.FromDays(1));
        await portal.AddCallAsync(number, TimeSpan.FromDays(-1));

        var (detail, roundTrips) = await CountAsync(db => Reader(db).DetailAsync(number, Staff, TestContext.Current.CancellationToken));

        detail!.Replies.Count.ShouldBe(20);
        detail.Calls.Count.ShouldBe(2);
        detail.BookingReference.ShouldNotBeNull();
        roundTrips.ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task A_page_of_the_list_takes_one_round_trip()
    {
        var filter = TicketFilterParser.Parse(Staff, null, null, null, null, limit: 20, out _);

        var (page, roundTrips) = await CountAsync(db => new TicketLister(db).PageAsync(filter, Staff, TestContext.Current.CancellationToken));

        page.Items.Count.ShouldBe(20);
        roundTrips.ShouldBe(1);
    }

    private static TicketReader Reader(TicketDbContext db)
    {
        var links = new CallLinks(new ConfigurationBuilder().Build(), new HostingEnvironment { EnvironmentName = "Production" });
        return new TicketReader(db,
            new BookingReferences(new EphemeralDataProtectionProvider(), TimeProvider.System), new CallItems(links, TimeProvider.System));
    }

    private async Task<(T Result, int RoundTrips)> CountAsync<T>(Func<TicketDbContext, Task<T>> read)
    {
        var counter = new CommandCounter();
        await using var db = await portal.TicketDbAsync(options => options.AddInterceptors(counter));
        return (await read(db), counter.Count);
    }

    private sealed class CommandCounter : DbCommandInterceptor
    {
        public int Count { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
