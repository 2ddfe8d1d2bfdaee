namespace MyPortal.AppHost.CalCom.Api;

/// <summary>From version 2026-05-01: where the next page begins, if there is one.</summary>
internal sealed record CursorPagination(string? NextCursor, bool HasMore);

/// <summary>Before: <c>take</c> and <c>skip</c>, and numbers.</summary>
internal sealed record NumberPagination(
    int TotalItems,
    int RemainingItems,
    int ReturnedItems,
    int ItemsPerPage,
    int CurrentPage,
    int TotalPages,
    bool HasNextPage,
    bool HasPreviousPage);
