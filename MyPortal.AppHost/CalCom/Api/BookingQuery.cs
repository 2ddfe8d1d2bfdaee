using Microsoft.AspNetCore.Http;
using MyPortal.AppHost.CalCom.Scheduling;

namespace MyPortal.AppHost.CalCom.Api;

/// <summary>
/// The query of <c>GET /v2/bookings</c>: filter, order (<c>sortStart</c>, <c>sortEnd</c>, <c>sortCreated</c> or
/// <c>sortUpdatedAt</c>, <c>asc</c> or <c>desc</c>; otherwise as they were made) and page of at most 250, by default 100.
/// </summary>
internal sealed class BookingQuery
{
    private static readonly (string Parameter, Func<Booking, DateTimeOffset> Key)[] Orders =
    [
        ("sortStart", b => b.Start), ("sortEnd", b => b.End), ("sortCreated", b => b.CreatedAt), ("sortUpdatedAt", b => b.UpdatedAt),
    ];

    private readonly QueryReader _reader;
    private readonly BookingFilter _filter;
    private readonly Func<Booking, DateTimeOffset> _key = b => b.CreatedAt;
    private readonly bool _descending;
    private readonly int _take;
    private readonly int _skip;
    private readonly BookingCursor? _cursor;

    public BookingQuery(IQueryCollection query, bool byCursor, DateTimeOffset now)
    {
        _reader = new QueryReader(query);
        _filter = new BookingFilter(_reader, byCursor ? 1 : 5, now);
        foreach (var (parameter, key) in Orders)
        {
            if (_reader.OneOf(parameter, "asc", "desc") is { } direction)
                (_key, _descending) = (key, direction == "desc");
        }

        _take = _reader.Number(_reader.Text("limit") is null ? "take" : "limit", 100, 1, 250);
        _skip = byCursor ? 0 : _reader.Number("skip", 0, 0, int.MaxValue);
        if (byCursor && _reader.Text("cursor") is { } cursor && (_cursor = BookingCursor.TryParse(cursor)) is null)
            _reader.Errors.Add("cursor is not valid");
    }

    public IReadOnlyList<string> Errors => _reader.Errors;

    /// <summary>All that match, in order, and after the cursor.</summary>
    public List<Booking> Matching(IEnumerable<Booking> bookings)
    {
        var matching = bookings.Where(_filter.Matches).Where(b => _cursor is null || IsAfter(b, _cursor));
        return [.. _descending ? matching.OrderByDescending(_key).ThenByDescending(b => b.Id) : matching.OrderBy(_key).ThenBy(b => b.Id)];
    }

    public List<Booking> Page(List<Booking> matching) => [.. matching.Skip(_skip).Take(_take)];

    public CursorPagination CursorAfter(List<Booking> page, List<Booking> matching)
    {
        var hasMore = matching.Count > page.Count;
        return new CursorPagination(hasMore ? CursorOf(page[^1]).ToString() : null, hasMore);
    }

    public NumberPagination Numbers(int returned, int total)
    {
        var remaining = Math.Max(0, total - _skip - returned);
        return new NumberPagination(
            total, remaining, returned, _take, _skip / _take + 1, (total + _take - 1) / _take, remaining > 0, _skip > 0);
    }

    private BookingCursor CursorOf(Booking booking) => new(_key(booking).UtcTicks, booking.Id);

    private bool IsAfter(Booking booking, BookingCursor cursor)
    {
        var place = CursorOf(booking);
        var comparison = (place.Ticks, place.Id).CompareTo((cursor.Ticks, cursor.Id));
        return _descending ? comparison < 0 : comparison > 0;
    }
}
