using Microsoft.AspNetCore.Mvc;
using MyPortal.AppHost.CalCom.Webhooks;

namespace MyPortal.AppHost.CalCom.Pages;

/// <summary>What every handler of the settings needs, to show the page again above all.</summary>
internal sealed record SettingsServices(
    [FromRoute] string User, [FromServices] WebhookRegistry Webhooks, [FromServices] Switchboard Switchboard, [FromServices] DeliveryLog Log)
{
    public string Render(string? done = null, string? problem = null, WebhookForm? draft = null) =>
        SettingsPage.Render(User, Webhooks.Of(User), Switchboard.For(User), Log.Of(User), done, problem, draft ?? WebhookForm.New());

    public SeeOther Back(string done) => PageResults.SeeOther($"/settings/{Uri.EscapeDataString(User)}?done={done}");
}

/// <summary>What the page says after a form, by a name in its address, so that no address can make it say anything else.</summary>
internal static class SettingsNotices
{
    public const string Added = "added";
    public const string Saved = "saved";
    public const string Deleted = "deleted";
    public const string Switched = "switched";

    public static string? Text(string? notice) => notice switch
    {
        Added => "The webhook is added.",
        Saved => "The webhook is saved.",
        Deleted => "The webhook is deleted.",
        Switched => "The switches are set.",
        _ => null,
    };
}
