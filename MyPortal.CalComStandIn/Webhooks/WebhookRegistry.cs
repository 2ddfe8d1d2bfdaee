namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>Everybody's webhooks, in memory, oldest first.</summary>
internal sealed class WebhookRegistry
{
    private readonly Lock _lock = new();
    private readonly List<Webhook> _webhooks = [];

    public IReadOnlyList<string> Users
    {
        get
        {
            lock (_lock)
                return [.. _webhooks.Select(w => w.User).Distinct()];
        }
    }

    public IReadOnlyList<Webhook> Of(string user)
    {
        lock (_lock)
            return [.. _webhooks.Where(w => w.User == user)];
    }

    public Webhook? Find(string user, string id)
    {
        lock (_lock)
            return _webhooks.Find(w => w.User == user && w.Id == id);
    }

    /// <summary>Adds one; null when the user has one for that URL already, which Cal.com refuses.</summary>
    public Webhook? TryAdd(string user, WebhookInput input)
    {
        lock (_lock)
        {
            if (_webhooks.Exists(w => w.User == user && w.SubscriberUrl == input.SubscriberUrl))
                return null;

            var webhook = new Webhook(
                Guid.NewGuid().ToString(), user, input.SubscriberUrl!, input.Secret.OrNull(), input.Triggers ?? Triggers.Sent, input.Active ?? true);
            _webhooks.Add(webhook);
            return webhook;
        }
    }

    public Webhook? Update(string user, string id, WebhookInput input)
    {
        lock (_lock)
        {
            var index = _webhooks.FindIndex(w => w.User == user && w.Id == id);
            if (index < 0)
                return null;

            var old = _webhooks[index];
            return _webhooks[index] = old with
            {
                SubscriberUrl = input.SubscriberUrl ?? old.SubscriberUrl,
                Triggers = input.Triggers ?? old.Triggers,
                Active = input.Active ?? old.Active,
                Secret = input.Secret is null ? old.Secret : input.Secret.OrNull(),
            };
        }
    }

    public Webhook? Remove(string user, string id)
    {
        lock (_lock)
        {
            var webhook = Find(user, id);
            if (webhook is not null)
                _webhooks.Remove(webhook);
            return webhook;
        }
    }
}
