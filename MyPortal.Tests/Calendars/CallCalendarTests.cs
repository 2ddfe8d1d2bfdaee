using System.Text;
using CsCheck;
using Microsoft.Extensions.Configuration;
using MyPortal.TicketApi.Calls.Calendars;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.Tests.Calendars;

/// <summary>What the portal writes as iCalendar, byte by byte (RFC 5545) and as another library reads it.</summary>
public sealed class CallCalendarTests
{
    private static readonly CallCalendar Calendar = new(new PortalMailbox(new ConfigurationBuilder().Build()));

    private static readonly CalendarCall Call = new(
        Guid.Parse("0198c000-0000-7000-8000-000000000001"), 2,
        new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero), new(2026, 12, 1, 9, 30, 0, TimeSpan.Zero), CalendarStatus.Confirmed,
        "Call: #1001 Order printer; blank, \\ labels", "Tess \"T\" Technician", "Robin Requester", "https://video.example/room?a=1,2;b",
        "https://portal.example/tickets/1001", new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Another_library_reads_back_what_was_written()
    {
        var parsed = await IcalJs.ReadAsync(Calendar.Publish(Call));

        (parsed.Method, parsed.Version).ShouldBe(("PUBLISH", "2.0"));
        var read = parsed.Events.ShouldHaveSingleItem();
        read.Uid.ShouldBe("call.0198c000000070008000000000000001@myportal");
        (read.Sequence, read.Status, read.Zone).ShouldBe((2, "CONFIRMED", "UTC"));
        (read.Start, read.End).ShouldBe((Call.Start, Call.End));
        read.Summary.ShouldBe(Call.Summary);
        read.Location.ShouldBe(Call.JoinUrl);
        read.Url.ShouldBe(Call.TicketUrl);
        read.Description.ShouldNotBeNull().ShouldContain("Robin Requester\nJoin: https://video.example/room?a=1,2;b\n");
        (read.Organizer, read.OrganizerName).ShouldBe(("mailto:portal@myportal.example", "Tess 'T' Technician"));
        read.Attendees.ShouldBe(0, "RFC 5546: a published event has none, and so leaks no address");
    }

    [Theory]
    [InlineData((int)CalendarStatus.Tentative, "TENTATIVE")]
    [InlineData((int)CalendarStatus.Cancelled, "CANCELLED")]
    public async Task A_status_is_told(int status, string written) =>
        (await IcalJs.ReadAsync(Calendar.Publish(Call with { Status = (CalendarStatus)status }))).Events.Single().Status.ShouldBe(written);

    [Fact]
    public async Task A_feed_holds_every_call_and_an_empty_one_is_valid()
    {
        var many = Enumerable.Range(0, 50).Select(i => Call with { Id = Guid.NewGuid(), Start = Call.Start.AddHours(i) }).ToList();

        (await IcalJs.ReadAsync(Calendar.Feed("MyPortal calls", many))).Events.Select(one => one.Start).ShouldBe(many.Select(call => call.Start));
        (await IcalJs.ReadAsync(Calendar.Feed("MyPortal calls", []))).Events.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_calls_give_the_same_bytes() => Calendar.Publish(Call).ShouldBe(Calendar.Publish(Call));

    [Fact]
    public void Whatever_people_write_lines_end_in_CRLF_have_at_most_75_octets_and_begin_nothing_of_their_own() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.OneOfConst("\r\nATTENDEE:mailto:x@y.example", "ü€𝄞\u2028END:VEVENT", new string('ä', 300), "\"x\";CN=\"y\"")).Array[1, 4], parts => string.Concat(parts))
            .Sample(text =>
            {
                var written = Calendar.Publish(Call with { Summary = text, OrganizerName = text, AttendeeName = text });

                var lines = written.Split("\r\n");
                lines[^1].ShouldBeEmpty();
                foreach (var line in lines)
                {
                    line.ShouldNotContain('\n');
                    line.ShouldNotContain('\r');
                    Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75);
                }
                var unfolded = written.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
                unfolded.Count(line => line.StartsWith("END:VEVENT", StringComparison.Ordinal)).ShouldBe(1);
                unfolded.Count(line => line.StartsWith("ATTENDEE", StringComparison.Ordinal)).ShouldBe(0);
                unfolded.Single(line => line.StartsWith("DTSTART", StringComparison.Ordinal)).ShouldBe("DTSTART:20261201T090000Z");
            });
}
