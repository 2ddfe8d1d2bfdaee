namespace MyPortal.TicketApi.Calls.Calendars;

/// <summary>Whether the caller has a calendar address.</summary>
/// <param name="Exists">The address itself is shown only when it is made.</param>
/// <param name="CreatedAt">When it was made; null when there is none.</param>
public sealed record FeedState(bool Exists, DateTimeOffset? CreatedAt);

/// <summary>A new calendar address.</summary>
/// <param name="Url">Below the portal's public address. Shown this once: whoever knows it can read the calendar.</param>
public sealed record NewFeed(string Url);
