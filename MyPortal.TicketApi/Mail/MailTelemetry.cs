using System.Diagnostics.Metrics;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.Mail;

/// <summary>What became of mails. Kinds and outcomes only: never whom they were for or what they said.</summary>
public sealed class MailTelemetry
{
    private readonly Counter<long> _sent;
    private readonly Histogram<double> _delay;

    public MailTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(TicketTelemetry.Name);
        _sent = meter.CreateCounter<long>("myportal.mail.sent", "{mail}", "Mails, by kind and by what became of each attempt.");
        _delay = meter.CreateHistogram<double>("myportal.mail.delay", "s", "From the cause of a mail until the mail server had it.");
    }

    internal void Attempted(NotificationKind kind, string outcome) =>
        _sent.Add(1, new("mail.kind", SnakeCase.Name(kind)), new("mail.outcome", outcome));

    internal void Sent(NotificationKind kind, TimeSpan delay) =>
        _delay.Record(delay.TotalSeconds, new KeyValuePair<string, object?>("mail.kind", SnakeCase.Name(kind)));
}
