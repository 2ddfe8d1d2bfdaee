using System.Globalization;
using MyPortal.TicketApi.Calls.Schedule;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.Tests.Rules.Infrastructure;

public sealed class LimitTests
{
    [Fact]
    public void Messages_say_the_limits_that_hold()
    {
        TextLimits.MaxTextLengthInWords.ShouldBe(TextLimits.MaxTextLength.ToString("N0", CultureInfo.InvariantCulture));
        TextLimits.MaxSubjectLengthInWords.ShouldBe(TextLimits.MaxSubjectLength.ToString("N0", CultureInfo.InvariantCulture));
        CallSchedule.MinutesBeforeInWords.ShouldBe(
            $"{string.Join(", ", CallSchedule.MinutesBefore.SkipLast(1))} and {CallSchedule.MinutesBefore[^1]}");
    }
}
