using MyPortal.ProfileApi.BookingLinks.Caching;

namespace MyPortal.Tests.Rules.BookingLinks;

/// <summary>When a replica's copy of the recent saves is believed.</summary>
public sealed class RecentSavesTests
{
    private static readonly Guid Technician = Guid.CreateVersion7();

    private readonly StoppedClock _clock = new();
    private readonly RecentSaves _saves;

    public RecentSavesTests() => _saves = new RecentSaves(_clock);

    [Fact]
    public void Nothing_is_believed_before_the_first_copy() => _saves.TryGetLowestVersion(Technician, out _).ShouldBeFalse();

    [Fact]
    public void A_copy_is_believed_for_two_seconds_from_before_its_query()
    {
        var begun = _saves.BeginCopy();
        _clock.Advance(TimeSpan.FromSeconds(1.5)); // the query was slow
        _saves.Replace(begun, [KeyValuePair.Create(Technician, 7L)]);
        _saves.TryGetLowestVersion(Technician, out var version).ShouldBeTrue();
        version.ShouldBe(7);
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        _saves.TryGetLowestVersion(Technician, out _).ShouldBeFalse();
    }

    [Fact]
    public void Who_is_not_listed_may_have_any_version()
    {
        _saves.Replace(_saves.BeginCopy(), []);
        _saves.TryGetLowestVersion(Technician, out var version).ShouldBeTrue();
        version.ShouldBe(long.MinValue);
    }

    [Fact]
    public void After_a_lost_connection_only_a_copy_begun_since_is_believed()
    {
        var begunBefore = _saves.BeginCopy();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        _saves.Distrust();
        _saves.Replace(begunBefore, []);
        _saves.TryGetLowestVersion(Technician, out _).ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        _saves.Replace(_saves.BeginCopy(), []);
        _saves.TryGetLowestVersion(Technician, out _).ShouldBeTrue();
    }

    [Fact]
    public void A_save_waits_longer_than_any_copy_is_believed_and_the_list_remembers_longer_than_any_entry()
    {
        LinkSaver.NoticeDelay.ShouldBeGreaterThan(RecentSaves.TrustDuration);
        RecentSavesPoller.Interval.ShouldBeLessThan(RecentSaves.TrustDuration / 2);
        (RecentSaves.RetentionTime - LinkCache.MaxAge).ShouldBeGreaterThan(TimeSpan.FromMinutes(5));
        LinkCache.MaxAge.ShouldBeGreaterThan(LinkCache.TimeToLive);
    }

    private sealed class StoppedClock : TimeProvider
    {
        private long _ticks = 1_000_000;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan by) => _ticks += by.Ticks;
    }
}
