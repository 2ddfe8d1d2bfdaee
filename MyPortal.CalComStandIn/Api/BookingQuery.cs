using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Api;

/// <summary>
/// The query of <c>GET /v2/bookings</c>, as far as the portal asks: which bookings (limits in time are exclusive, as their names say), in the
/// order in which they were made, and pages of at most 250, by default 100.
/// </summary>
internal sealed class BookingQuery
{
    private readonly QueryReader _reader;
    private readonly DateTimeOffset? _afterStart, _beforeEnd, _afterUpdated;
    private readonly int _limit;
    private readonly BookingCursor? _cursor;

    public BookingQuery(IQueryCollection query)
    {
        _reader = new QueryReader(query, "afterStart", "beforeEnd", "afterUpdatedAt", "limit", "cursor");
        _afterStart = _reader.Date("afterStart");
        _beforeEnd = _reader.Date("beforeEnd");
        _afterUpdated = _reader.Date("afterUpdatedAt");
        _limit = _reader.Number("limit", 100, 1, 250);
        if (_reader.Text("cursor") is { } cursor && (_cursor = BookingCursor.TryParse(cursor)) is null)
            _reader.Errors.Add("cursor is not valid");
    }

    public IReadOnlyList<string> Errors => _reader.Errors;

    /// <summary>The bookings after the cursor, and where the next page begins, if there is one.</summary>
    public (List<Booking> Page, BookingCursor? Next) Page(IEnumerable<Booking> bookings)
    {
        var matching = bookings.Where(Matches).Where(b => _cursor is null || _cursor.IsBefore(b)).OrderBy(b => b.CreatedAt).ThenBy(b => b.Id).ToList();
        List<Booking> page = [.. matching.Take(_limit)];
        return (page, matching.Count > page.Count ? BookingCursor.Of(page[^1]) : null);
    }

    private bool Matches(Booking booking) =>
        (_afterStart is null || booking.Start > _afterStart)
        && (_beforeEnd is null || booking.End < _beforeEnd)
        && (_afterUpdated is null || booking.UpdatedAt > _afterUpdated);
}
