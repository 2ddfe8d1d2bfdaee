using MyPortal.ServiceDefaults.Apis;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Engine;
using MyPortal.TicketApi.Automation.Outgoing;
using MyPortal.TicketApi.Infrastructure.Periodic;

namespace MyPortal.TicketApi.Automation;

/// <summary>Rules of administrators: when this happens on a ticket, and these conditions hold, do that.</summary>
internal static class AutomationModule
{
    public static void AddAutomation(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(OutgoingAddresses.From(builder.Configuration, builder.Environment));
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<AutomationTelemetry>();
        services.AddScoped<SubjectLoader>();
        services.AddScoped<ActionLog>();
        services.AddScoped<TicketActions>();
        services.AddScoped<MailActions>();
        services.AddScoped<RuleStore>();
        services.AddScoped<DryRunner>();
        services.AddSingleton<Retention>(AutomationRun.Retention);
    }

    /// <summary>For administrators only: rules act on every ticket, in nobody's name.</summary>
    public static void MapAutomation(this WebApplication app)
    {
        var automation = app.MapGroup("/api/automation")
            .WithTags("Automation")
            .RequireAuthorization(AccessPolicies.Administrator)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        automation.MapRules();
        automation.MapRuns();
        automation.MapVocabulary();
        app.MapEventByHand();
    }
}
