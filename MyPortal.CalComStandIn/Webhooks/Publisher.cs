using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>Hands an event to every active webhook of the host that subscribes to it.</summary>
internal sealed class Publisher(WebhookRegistry webhooks, DeliveryQueue queue, TimeProvider time)
{
    // As JSON.stringify writes: letters of any language as they are.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The usual shape: <c>{triggerEvent, createdAt, payload}</c>.</summary>
    public void Publish(string user, string trigger, string uid, JsonObject payload) =>
        Send(user, trigger, uid, Envelope(trigger, payload), namesVersion: true);

    /// <summary>The scheduled job's shape: what the payload would hold stands at the root.</summary>
    public void PublishFlat(string user, string trigger, string uid, JsonObject row)
    {
        row.Insert(0, "triggerEvent", trigger);
        Send(user, trigger, uid, Bytes(row), namesVersion: false);
    }

    /// <summary>The bytes of an event as they are sent.</summary>
    public byte[] Envelope(string trigger, JsonObject payload) => Bytes(new JsonObject
    {
        ["triggerEvent"] = trigger,
        ["createdAt"] = CalComTime.WithMilliseconds(time.GetUtcNow()),
        ["payload"] = payload,
    });

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(Plain));

    private void Send(string user, string trigger, string uid, byte[] body, bool namesVersion)
    {
        foreach (var webhook in webhooks.Of(user).Where(w => w.Active && w.Triggers.Contains(trigger)))
            queue.Add(Delivery.To(webhook, trigger, uid, body, namesVersion));
    }
}
