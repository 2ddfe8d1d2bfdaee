using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.CalCom.Connections;

/// <summary>A technician's Cal.com account, as far as it is connected to the portal. One for each technician.</summary>
internal sealed class CalComConnection
{
    /// <summary>Random and unguessable, at least 22 URL-safe characters: it is the last part of the webhook's address.</summary>
    public required string Id { get; init; }

    public Guid TechnicianId { get; init; }
    public Person Technician { get; init; } = null!;
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What deliveries are signed with, encrypted.</summary>
    public required string SecretProtected { get; set; }

    public DateTimeOffset SecretSetAt { get; set; }

    /// <summary>The secret before, encrypted; accepted until <see cref="PreviousSecretValidUntil"/>.</summary>
    public string? PreviousSecretProtected { get; set; }

    public DateTimeOffset? PreviousSecretValidUntil { get; set; }

    /// <summary>Key of Cal.com's API, encrypted.</summary>
    public string? ApiKeyProtected { get; set; }

    public ApiKeyState ApiKeyState { get; set; }
    public WebhookState WebhookState { get; set; }

    /// <summary>Cal.com's id of the webhook that we have set up there.</summary>
    public string? RemoteWebhookId { get; set; }

    /// <summary>The <see cref="SecretSetAt"/> of the secret that we have given to that webhook.</summary>
    public DateTimeOffset? RemoteSecretSetAt { get; set; }

    /// <summary>When somebody last looked, or began to look, after the webhook at Cal.com.</summary>
    public DateTimeOffset? WebhookCheckedAt { get; set; }

    public DateTimeOffset? LastDeliveryAt { get; set; }
    public string? LastDeliveryEvent { get; set; }
    public DeliveryState? LastDeliveryState { get; set; }
    public DeliveryReason? LastDeliveryReason { get; set; }

    /// <summary>Up to when all bookings at Cal.com have been compared with ours.</summary>
    public DateTimeOffset? ReconciledAt { get; set; }

    /// <summary>When the last comparison began, whatever became of it.</summary>
    public DateTimeOffset? ReconciliationStartedAt { get; set; }
}
