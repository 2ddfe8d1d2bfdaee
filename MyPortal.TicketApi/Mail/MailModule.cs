using MyPortal.TicketApi.Infrastructure.Periodic;
using MyPortal.TicketApi.Mail.Letters;

namespace MyPortal.TicketApi.Mail;

/// <summary>Mail to watchers, to those who want reminders, and of rules: written down with its cause, sent by the outbox, ended by one press.</summary>
internal static class MailModule
{
    /// <summary>A connection string that makes no sense stops the start; one that is missing only keeps mail waiting.</summary>
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MailOptions>().Configure<IConfiguration>((options, configuration) => options.Read(configuration));
        services.AddSingleton<UnsubscribeTokens>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<LetterHtml>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<MailTelemetry>();
        services.AddScoped<MailWriter>();
        services.AddScoped<Notifier>();
        services.AddScoped<RuleMail>();
        services.AddHostedService<MailSettingsCheck>();
        services.AddSingleton<Retention>(Notification.Retention);
    }

    public static void MapMail(this WebApplication app) => app.MapUnsubscribe();
}
