using Microsoft.AspNetCore.Html;
using MyPortal.AppHost.CalCom.Webhooks;
using static MyPortal.AppHost.CalCom.Pages.Layout;

namespace MyPortal.AppHost.CalCom.Pages;

internal static class WebhookForms
{
    public static IHtmlContent Edit(Webhook webhook, string path) => Html($"""
        <form method="post" action="{path}/webhooks/{webhook.Id}" class="card" aria-label="Webhook {webhook.SubscriberUrl}">
          {Fields(webhook.Id, WebhookForm.Of(webhook))}
          {Box($"active-{webhook.Id}", "Active", "active", "true", webhook.Active)}
          <p class="actions">
            <button class="primary">Save</button>
            <button formaction="{path}/webhooks/{webhook.Id}/ping" formnovalidate>Send PING</button>
            <button formaction="{path}/webhooks/{webhook.Id}/delete" formnovalidate>Delete</button>
          </p>
        </form>
        """);

    public static IHtmlContent Add(WebhookForm draft, string path) => Html($"""
        <form method="post" action="{path}/webhooks" class="card" aria-labelledby="add-title">
          <h3 id="add-title">New webhook</h3>
          {Fields("new", draft)}
          <p class="actions"><button class="primary">Add webhook</button></p>
        </form>
        """);

    private static IHtmlContent Fields(string id, WebhookForm form) => Html($"""
        <p class="field">
          <label for="url-{id}">Subscriber URL</label>
          <input id="url-{id}" name="url" type="url" required value="{form.Url}">
        </p>
        <p class="field">
          <label for="secret-{id}">Secret</label>
          <input id="secret-{id}" name="secret" autocomplete="off" value="{form.Secret}" aria-describedby="secret-{id}-hint">
          <span id="secret-{id}-hint" class="quiet">Without one, deliveries are not signed.</span>
        </p>
        <details>
          <summary>Events</summary>
          <fieldset>
            <legend>Send these events</legend>
            {Each(Triggers.Sent, t => $"""
                {Box($"{t}-{id}", t, "triggers", t, form.Triggers.Contains(t))}
                """)}
          </fieldset>
        </details>
        """);

    public static IHtmlContent Box(string id, string label, string name, string value, bool ticked) => Html($"""
        <p class="box"><input type="checkbox" id="{id}" name="{name}" value="{value}" {(ticked ? "checked" : "")}> <label for="{id}">{label}</label></p>
        """);
}
