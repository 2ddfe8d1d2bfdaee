using CsCheck;
using MyPortal.TicketApi.Infrastructure.Paging;

namespace MyPortal.Tests.Rules.Tickets;

public sealed class CursorTests
{
    [Fact]
    public void Whatever_is_encoded_is_decoded() =>
        Gen.Select(Gen.Long[0, DateTimeOffset.MaxValue.Ticks], Gen.Guid).Sample((ticks, id) =>
        {
            var cursor = new Cursor(new DateTimeOffset(ticks, TimeSpan.Zero), id);
            return Cursor.Decode(cursor.Encode()) == cursor;
        });

    [Fact]
    public void A_cursor_needs_no_escaping_in_a_query_string()
    {
        var text = new Cursor(DateTimeOffset.MaxValue, Guid.AllBitsSet).Encode();

        Uri.EscapeDataString(text).ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CN9KXhGEzEQAwJgBAAAAcIAAAAAAAAP")]
    [InlineData("CN9KXhGEzEQAwJgBAAAAcIAAAAAAAAPuu")]
    [InlineData("CN9KXhGEzEQAwJgBAAAAcIAAAAAAAAP+")]
    [InlineData("CN9KXhGEzEQAwJgBAAAAcIAAAAAAAA==")]
    [InlineData("________________________________")]
    [InlineData("' or 1=1 --                     ")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void Garbage_is_no_cursor(string text) => Cursor.Decode(text).ShouldBeNull();

    [Fact]
    public void No_text_at_all_makes_it_throw() => Gen.String.Sample(text => { Cursor.Decode(text); });
}
