using System.Buffers.Text;
using System.Diagnostics;
using CsCheck;
using Microsoft.AspNetCore.DataProtection;
using MyPortal.TicketApi.Calls.References;

namespace MyPortal.Tests.Rules.Tickets;

public sealed class BookingReferenceTests
{
    private readonly AdjustableClock _clock = new();
    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly Guid _ticket = Guid.CreateVersion7();
    private readonly Guid _reader = Guid.CreateVersion7();

    private BookingReferences References => new(_keys, _clock);

    [Fact]
    public void Says_which_ticket_who_looked_and_when()
    {
        References.TryRead(References.Create(_ticket, _reader), out var read).ShouldBeTrue();

        read.TicketId.ShouldBe(_ticket);
        read.ReaderId.ShouldBe(_reader);
        read.IssuedAt.ShouldBe(_clock.Now, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void Carries_the_trace_of_the_page()
    {
        using var activity = new Activity("page").SetIdFormat(ActivityIdFormat.W3C).Start();
        var token = References.Create(_ticket, _reader);
        activity.Stop();

        References.TryRead(token, out var read).ShouldBeTrue();
        read.TraceParent.ShouldBe(activity.Id);
    }

    [Fact]
    public void Is_short_enough_for_booking_metadata_and_safe_in_a_url()
    {
        using var activity = new Activity("page").SetIdFormat(ActivityIdFormat.W3C).Start();
        var token = References.Create(_ticket, _reader);

        token.Length.ShouldBeLessThanOrEqualTo(300);
        Uri.EscapeDataString(token).ShouldBe(token);
    }

    [Fact]
    public void Shows_nothing_of_what_it_holds()
    {
        var bytes = Base64Url.DecodeFromChars(References.Create(_ticket, _reader)).AsSpan();

        bytes.IndexOf(_ticket.ToByteArray()).ShouldBe(-1);
        bytes.IndexOf(_reader.ToByteArray()).ShouldBe(-1);
    }

    [Fact]
    public void Any_change_of_a_character_makes_it_worthless()
    {
        var token = References.Create(_ticket, _reader);

        Gen.Select(Gen.Int[0, token.Length - 2], Gen.Char["ABCDEFabcdef0123456789-_"])
            .Where(change => token[change.Item1] != change.Item2)
            .Sample((index, character) => !References.TryRead(token[..index] + character + token[(index + 1)..], out _));
    }

    [Theory]
    [InlineData(60 * 24 * 60, true)]
    [InlineData((60 * 24 * 60) + 1, false)]
    [InlineData(-4, true)]
    [InlineData(-6, false)]
    public void Is_valid_for_sixty_days_and_not_from_the_future(int minutesLater, bool valid)
    {
        var token = References.Create(_ticket, _reader);
        _clock.Now = _clock.Now.AddMinutes(minutesLater);

        References.TryRead(token, out _).ShouldBe(valid);
    }

    [Fact]
    public void Means_nothing_under_other_keys_or_another_purpose()
    {
        var token = References.Create(_ticket, _reader);
        var otherPurpose = Base64Url.EncodeToString(_keys.CreateProtector("Something else").Protect(Base64Url.DecodeFromChars(token)));

        new BookingReferences(new EphemeralDataProtectionProvider(), _clock).TryRead(token, out _).ShouldBeFalse();
        References.TryRead(otherPurpose, out _).ShouldBeFalse();
    }

    [Fact]
    public void Any_other_text_is_refused_quietly()
    {
        References.TryRead(null, out _).ShouldBeFalse();
        References.TryRead("", out _).ShouldBeFalse();
        References.TryRead(new string('A', 100_000), out _).ShouldBeFalse();
        Gen.String.Sample(text => !References.TryRead(text, out _));
        Gen.Byte.Array[0, 300].Sample(bytes => !References.TryRead(Base64Url.EncodeToString(bytes), out _));
    }

    private sealed class AdjustableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
