namespace MyPortal.ProfileApi.BookingLinks.Caching;

/// <summary>Says that a link was saved lately, so cached copies older than <see cref="Version"/> must not be believed.</summary>
internal sealed class LinkInvalidation
{
    public required Guid UserId { get; init; }

    /// <summary>The version that the latest save gave the link.</summary>
    public required long Version { get; init; }

    /// <summary>By the database's clock. Rows are removed when no cached copy can be this old: see <see cref="LinkCache"/>.</summary>
    public required DateTimeOffset SavedAt { get; init; }
}
