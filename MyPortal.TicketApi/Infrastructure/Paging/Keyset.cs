using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace MyPortal.TicketApi.Infrastructure.Paging;

/// <summary>
/// Pages by keyset, newest first: a page begins after the key of the row before it, so that it costs the same wherever it is and whatever is added
/// meanwhile. An index must end with the two columns, both descending.
/// </summary>
internal static class Keyset
{
    /// <param name="rows">What is paged.</param>
    /// <param name="at">What it is sorted by.</param>
    /// <param name="id">Tells rows of the same moment apart.</param>
    /// <param name="after">The last row of the page before; the newest rows when null.</param>
    public static IOrderedQueryable<T> NewestFirst<T>(
        this IQueryable<T> rows, Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, Guid>> id, Cursor? after)
    {
        if (after is not null)
        {
            Expression<Func<DateTimeOffset, Guid, bool>> isOlder = (rowAt, rowId) =>
                EF.Functions.LessThan(ValueTuple.Create(rowAt, rowId), ValueTuple.Create(after.At, after.Id));
            var row = at.Parameters[0];
            var condition = Replace(isOlder.Body, (isOlder.Parameters[0], at.Body), (isOlder.Parameters[1], Replace(id.Body, (id.Parameters[0], row))));
            rows = rows.Where(Expression.Lambda<Func<T, bool>>(condition, row));
        }
        return rows.OrderByDescending(at).ThenByDescending(id);
    }

    /// <summary>Of the rows of a page and, if there is one, the row after them: those of the page, and the cursor of the next one.</summary>
    /// <param name="rows">One more than <paramref name="size"/> was asked for.</param>
    /// <param name="size">Rows a page.</param>
    /// <param name="key">The sort key of a row.</param>
    public static (List<T> Items, string? Next) ToPage<T>(this List<T> rows, int size, Func<T, Cursor> key) =>
        rows.Count > size ? (rows[..size], key(rows[size - 1]).Encode()) : (rows, null);

    private static Expression Replace(Expression expression, params (Expression Old, Expression New)[] pairs) =>
        new ReplacingExpressionVisitor([.. pairs.Select(pair => pair.Old)], [.. pairs.Select(pair => pair.New)]).Visit(expression);
}
