using MyPortal.TicketApi.Calendars;
using MyPortal.TicketApi.Reminders;
using MyPortal.TicketApi.Watchers;

namespace MyPortal.TicketApi.Mail;

internal static class MailFeatures
{
    /// <summary>Mail and calendars. A connection string that makes no sense stops the start; one that is missing only keeps mail waiting.</summary>
    public static void AddMailFeatures(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MailOptions>().Configure<IConfiguration>((options, configuration) => options.Read(configuration));
        services.AddSingleton<UnsubscribeTokens>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<CallCalendar>();
        services.AddSingleton<CalendarCalls>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<MailTelemetry>();
        services.AddScoped<CallsInMail>();
        services.AddScoped<MailWriter>();
        services.AddScoped<MailDelivery>();
        services.AddScoped<Notifier>();
        services.AddScoped<RuleMail>();
        services.AddScoped<WatcherMail>();
        services.AddScoped<ReminderMail>();
        services.AddHostedService<MailSettingsCheck>();
    }
}
