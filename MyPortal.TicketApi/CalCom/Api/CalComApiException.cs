namespace MyPortal.TicketApi.CalCom.Api;

/// <summary>Why Cal.com's API did not do what was asked.</summary>
internal enum CalComFailure
{
    /// <summary>The key is not, or no longer, accepted.</summary>
    KeyRefused,

    /// <summary>Too many requests with this key; nothing more is sent before <see cref="CalComApiException.RetryAt"/>.</summary>
    RateLimited,

    /// <summary>No answer in time, or one that says that it is Cal.com's fault.</summary>
    Unavailable,

    /// <summary>An answer that is not what the documentation promises.</summary>
    Unreadable,

    /// <summary>The request was understood and refused: a fault of ours.</summary>
    Rejected,
}

/// <summary>Says nothing of what was sent or answered, so it may be logged.</summary>
internal sealed class CalComApiException(CalComFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public CalComFailure Failure { get; } = failure;

    /// <summary>When to ask again, if Cal.com said so.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
