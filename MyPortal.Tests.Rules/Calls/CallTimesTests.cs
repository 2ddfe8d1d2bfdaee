using MyPortal.TicketApi.Calls;

namespace MyPortal.Tests.Rules.Calls;

public sealed class CallTimesTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.5, "now")]
    [InlineData(14.5, "in 15 minutes")]
    [InlineData(60, "in an hour")]
    [InlineData(5 * 60, "in 5 hours")]
    [InlineData(21 * 60, "in 21 hours")]
    [InlineData(23 * 60 + 40, "tomorrow")]
    [InlineData(24 * 60, "tomorrow")]
    public void How_soon_a_call_is_goes_by_the_day_of_the_calendar(double minutes, string words)
    {
        // Half past midnight in Berlin, on Tuesday.
        var now = new DateTimeOffset(2026, 11, 30, 23, 30, 0, TimeSpan.Zero);

        CallTimes.FromNow(now.AddMinutes(minutes), now, "Europe/Berlin").ShouldBe(words);
    }

    [Fact]
    public void Times_are_told_in_both_zones_if_they_differ()
    {
        CallTimes.Span(Start, Start.AddMinutes(30), "Europe/Berlin", "Europe/Lisbon").ShouldBe(
            "Tuesday, 1 December 2026, 10:00–10:30 (Europe/Berlin)\nTuesday, 1 December 2026, 09:00–09:30 (Europe/Lisbon)");
        CallTimes.Span(Start, Start.AddMinutes(30), "Europe/Berlin", "Europe/Paris").ShouldBe(
            "Tuesday, 1 December 2026, 10:00–10:30 (Europe/Berlin)");
        CallTimes.Span(Start, Start.AddHours(20), "Nowhere/Else").ShouldBe(
            "Tuesday, 1 December 2026, 09:00–Wednesday, 2 December 2026, 05:00 (UTC)");
    }

    [Theory]
    [InlineData("Europe/Berlin", "10:00 (Europe/Berlin)")]
    [InlineData("UTC", "09:00 (UTC)")]
    [InlineData("Etc/UTC", "09:00 (Etc/UTC)")]
    [InlineData("Nowhere/Else", "09:00 (UTC)")]
    [InlineData("", "09:00 (UTC)")]
    [InlineData(null, "09:00 (UTC)")]
    public void A_moment_is_told_with_its_zone(string? zone, string told)
    {
        CallTimes.Moment(Start, zone).ShouldBe($"Tuesday, 1 December 2026, {told}");
        CallTimes.Short(Start, zone).ShouldBe($"Tue 1 Dec 2026, {told}");
    }
}
