namespace MyPortal.Tests.Connections;

// What tests read of connections beyond what Web does.

/// <summary>The answer to connecting, the only one with the secret.</summary>
internal sealed record MadeConnection(string Id, string WebhookUrl, string Secret);

internal sealed record ConnectionId(string Id);
