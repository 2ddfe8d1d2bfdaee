using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using MyPortal.AppHost.CalCom.Webhooks;
using static MyPortal.AppHost.CalCom.Pages.PageResults;

namespace MyPortal.AppHost.CalCom.Pages;

/// <summary>A host's webhooks, by hand as in Cal.com's own settings, and the delivery switches.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder pages)
    {
        var settings = pages.MapGroup("/settings/{user}").DisableAntiforgery();
        settings.MapGet("", Show);
        settings.MapPost("/webhooks", Add);
        settings.MapPost("/webhooks/{id}", Save);
        settings.MapPost("/webhooks/{id}/delete", Delete);
        settings.MapPost("/webhooks/{id}/ping", PingAsync);
        settings.MapPost("/switches", Switch);
    }

    private static ContentHttpResult Show([AsParameters] SettingsServices services, string? done = null) =>
        Html(services.Render(SettingsNotices.Text(done)));

    private static Results<SeeOther, ContentHttpResult> Add([FromForm] WebhookForm form, [AsParameters] SettingsServices services)
    {
        var input = form.ToInput() with { Active = true };
        if (input.Errors().FirstOrDefault() is { } error)
            return Html(services.Render(problem: error, draft: form), StatusCodes.Status400BadRequest);

        return services.Webhooks.TryAdd(services.User, input) is null
            ? Html(services.Render(problem: "There is a webhook for this URL already.", draft: form), StatusCodes.Status409Conflict)
            : services.Back(SettingsNotices.Added);
    }

    private static Results<SeeOther, ContentHttpResult> Save(string id, [FromForm] WebhookForm form, [AsParameters] SettingsServices services)
    {
        if (form.ToInput().Errors().FirstOrDefault() is { } error)
            return Html(services.Render(problem: error), StatusCodes.Status400BadRequest);

        return services.Webhooks.Update(services.User, id, form.ToInput()) is null ? Gone(services) : services.Back(SettingsNotices.Saved);
    }

    private static Results<SeeOther, ContentHttpResult> Delete(string id, [AsParameters] SettingsServices services) =>
        services.Webhooks.Remove(services.User, id) is null ? Gone(services) : services.Back(SettingsNotices.Deleted);

    private static async Task<ContentHttpResult> PingAsync(
        string id, [AsParameters] SettingsServices services, Pinger pinger, CancellationToken cancellationToken) =>
        services.Webhooks.Find(services.User, id) is { } webhook
            ? Html(services.Render($"PING: {SettingsPage.Result(await pinger.PingAsync(webhook, cancellationToken))}"))
            : Gone(services);

    private static Results<SeeOther, ContentHttpResult> Switch([FromForm] SwitchesForm form, [AsParameters] SettingsServices services)
    {
        var switches = form.ToSwitches();
        if (switches.Errors() is { Count: > 0 } errors)
            return Html(services.Render(problem: string.Join(' ', errors.Select(e => $"{e.Key}: {e.Value[0]}"))), StatusCodes.Status400BadRequest);

        services.Switchboard.Set(services.User, switches);
        return services.Back(SettingsNotices.Switched);
    }

    private static ContentHttpResult Gone(SettingsServices services) =>
        Html(services.Render(problem: "This webhook is gone."), StatusCodes.Status404NotFound);
}
