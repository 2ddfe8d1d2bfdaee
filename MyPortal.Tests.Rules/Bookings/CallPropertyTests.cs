using CsCheck;
using MyPortal.Tests.Shared;
using MyPortal.TicketApi.Calls.Facts;

using static MyPortal.Tests.Shared.CalComMessages;

namespace MyPortal.Tests.Rules.Bookings;

/// <summary>What holds for any deliveries whatever: with gaps, repetitions, contradictions and circles that no calendar would make.</summary>
public sealed class CallPropertyTests
{
    private static readonly Guid Ticket = Guid.NewGuid();

    private static readonly Gen<string> Uids = Gen.OneOfConst("a", "b", "c", "d", "e");
    private static readonly Gen<CalComMessages> Senders = Gen.OneOfConst(new CalComMessages("good"), new("good", "robin@example.com"), new("forged"), new());

    private static readonly Gen<string> Messages = Gen.Select(Senders, Uids, Uids, Gen.Int[0, 3], Gen.Int[0, 6], Gen.Int[0, 11])
        .Select((sender, uid, other, day, hour, kind) =>
        {
            var (start, at) = (Day.AddDays(day), Day.AddDays(-5).AddHours(hour));
            return kind switch
            {
                0 => sender.Requested(uid, start, at),
                1 or 2 => sender.Created(uid, start, at),
                3 or 4 => sender.Rescheduled(uid, start, other, day == 0 ? null : start.AddDays(-1), at, withReference: hour % 2 == 0),
                5 => sender.Cancelled(uid, start, at, requestReschedule: hour % 2 == 0),
                6 => sender.Rejected(uid, start, at),
                7 => sender.PaymentInitiated(uid, start, at),
                8 => sender.Paid(uid, start, at),
                9 => sender.NoShow(uid, at, absent: hour % 3 != 0, hour > 4 ? "guest@example.com" : null),
                10 => sender.Meeting("MEETING_STARTED", uid, start, at, flat: day == 0),
                _ => sender.Meeting("MEETING_ENDED", uid, start, at, flat: day == 0),
            };
        });

    private static readonly Gen<(string[] Messages, string[] Again)> Deliveries =
        from messages in Messages.Array[1, 10]
        from again in Gen.Shuffle(messages.Concat(messages.Take(messages.Length / 2)).ToArray())
        select (messages, again);

    [Fact]
    public void Any_order_and_any_repetition_of_the_same_deliveries_gives_the_same_calls_and_timeline() =>
        Deliveries.Sample(
            deliveries => Book().Deliver(deliveries.Messages).Describe().ShouldBe(Book().Deliver(deliveries.Again).Describe()));

    [Fact]
    public void What_is_known_is_consistent_after_every_single_delivery() =>
        Messages.Array[1, 12].Sample(
            messages =>
            {
                var book = Book();
                var sequences = new Dictionary<string, int>();
                foreach (var message in messages)
                {
                    book.Deliver(message);
                    var uids = book.Threads.SelectMany(thread => thread.Facts.Uids).ToList();
                    uids.ShouldBeUnique();
                    foreach (var thread in book.Threads)
                        Check(thread, sequences);
                }
            });

    private static void Check(CallThread thread, Dictionary<string, int> sequences)
    {
        var state = thread.State.ShouldNotBeNull();
        thread.TicketId.ShouldBe(Ticket);
        thread.Facts.Uids.ShouldContain(state.HeadUid);
        state.End.ShouldBeGreaterThanOrEqualTo(state.Start);
        var replaced = thread.Facts.Where(fact => fact.Predecessor is not null).Select(fact => fact.Predecessor!).ToHashSet();
        if (thread.Facts.Any(fact => fact.Start is not null && !replaced.Contains(fact.Uid)))
            replaced.ShouldNotContain(state.HeadUid);
        if (state.Status is CallStatus.Accepted)
            thread.Facts.Any(fact => fact.Accepted && fact.Uid == state.HeadUid).ShouldBeTrue();
        // Calendars ignore what does not count up.
        foreach (var uid in thread.Facts.Uids)
        {
            state.Sequence.ShouldBeGreaterThanOrEqualTo(sequences.GetValueOrDefault(uid));
            sequences[uid] = state.Sequence;
        }
        CallTimeline.Entries(thread).Select(entry => entry.Fact).ShouldBeUnique();
    }

    private static CallBook Book() => new(reference => reference == "good" ? Ticket : null);
}
