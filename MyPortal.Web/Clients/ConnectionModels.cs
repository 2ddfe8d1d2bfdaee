namespace MyPortal.Web.Clients;

/// <summary>A technician's Cal.com account as the portal knows it. Neither its secret nor its API key is ever in it.</summary>
public sealed record CalComConnection(
    string WebhookUrl, DateTimeOffset SecretSetAt, DateTimeOffset? PreviousSecretValidUntil, LastDelivery? LastDelivery, string ApiKey, string Webhook);

public sealed record LastDelivery(DateTimeOffset At, string? Event, string State, string? Reason);

public sealed record NewConnection(string Secret);

public sealed record NewSecret(string Secret);
