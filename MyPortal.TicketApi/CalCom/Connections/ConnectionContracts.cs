using System.ComponentModel.DataAnnotations;
using MyPortal.TicketApi.CalCom.Inbox;

namespace MyPortal.TicketApi.CalCom.Connections;

/// <summary>The caller's Cal.com account, as far as it is connected. Neither the secret nor the API key is ever in it.</summary>
/// <param name="Id">The last part of the webhook's address.</param>
/// <param name="WebhookUrl">What to enter at Cal.com as the webhook's subscriber URL.</param>
/// <param name="CreatedAt">When it was connected.</param>
/// <param name="SecretSetAt">When the present secret was made.</param>
/// <param name="PreviousSecretValidUntil">Until when the secret before is accepted too; null when it is not.</param>
/// <param name="LastDelivery">The latest delivery with a right signature, if any.</param>
/// <param name="ApiKey">What Cal.com said of the API key.</param>
/// <param name="Webhook">How the webhook at Cal.com comes about.</param>
public sealed record ConnectionStatus(
    string Id, string WebhookUrl, DateTimeOffset CreatedAt, DateTimeOffset SecretSetAt, DateTimeOffset? PreviousSecretValidUntil,
    LastDelivery? LastDelivery, ApiKeyState ApiKey, WebhookState Webhook);

/// <summary>What became of the latest delivery.</summary>
/// <param name="At">When it came in.</param>
/// <param name="Event">Cal.com's name of the event; null when it could not be read.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">Why, unless it was processed.</param>
public sealed record LastDelivery(DateTimeOffset At, string? Event, DeliveryState State, DeliveryReason? Reason);

/// <summary>A connection just made, with what is told here and never again.</summary>
/// <param name="Secret">What to enter at Cal.com as the webhook's secret.</param>
public sealed record NewConnection(
    string Id, string WebhookUrl, DateTimeOffset CreatedAt, DateTimeOffset SecretSetAt, ApiKeyState ApiKey, WebhookState Webhook, string Secret);

/// <summary>A secret just made. It is told here and never again.</summary>
public sealed record NewSecret(string Secret);

/// <summary>A key of Cal.com's API.</summary>
public sealed record ApiKeyChange
{
    /// <summary>As Cal.com shows it, usually beginning with <c>cal_</c>: 8 to 200 characters without white space.</summary>
    [Required(ErrorMessage = "Enter the API key that Cal.com shows under Settings, Security, API keys.")]
    [RegularExpression("^[!-~]{8,200}$", ErrorMessage = "An API key has 8 to 200 characters: letters, digits and signs, without spaces.")]
    public string? ApiKey { get; init; }
}
