using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Automation;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Bookings;
using MyPortal.TicketApi.Calendars;
using MyPortal.TicketApi.Connections;
using MyPortal.TicketApi.Events;
using MyPortal.TicketApi.Mail;
using MyPortal.TicketApi.Messaging;
using MyPortal.TicketApi.People;
using MyPortal.TicketApi.Reminders;
using MyPortal.TicketApi.Replies;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Timeline;
using MyPortal.TicketApi.Watchers;
using MyPortal.TicketApi.Webhooks;
using Wolverine.EntityFrameworkCore;

namespace MyPortal.TicketApi.Data;

internal sealed class TicketDbContext(DbContextOptions<TicketDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public const string TicketNumbers = "ticket_numbers";

    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<Reply> Replies => Set<Reply>();
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Company> Companies => Set<Company>();
    public DbSet<CalComConnection> Connections => Set<CalComConnection>();
    public DbSet<WebhookDelivery> Deliveries => Set<WebhookDelivery>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<BookingUid> BookingUids => Set<BookingUid>();
    public DbSet<BookingFact> BookingFacts => Set<BookingFact>();
    public DbSet<TicketWatcher> Watchers => Set<TicketWatcher>();
    public DbSet<ReminderChoice> ReminderChoices => Set<ReminderChoice>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<AutomationRule> AutomationRules => Set<AutomationRule>();
    public DbSet<AutomationRun> AutomationRuns => Set<AutomationRun>();
    public DbSet<AutomationActionRun> AutomationActionRuns => Set<AutomationActionRun>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasSequence<long>(TicketNumbers).StartsAt(1001);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TicketDbContext).Assembly);
        // Messages travel in the same batch as the change that they tell of. Their tables are Wolverine's.
        modelBuilder.MapWolverineEnvelopeStorage(TicketMessaging.Schema);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Readable<TicketStatus>(configurationBuilder);
        Readable<TicketPriority>(configurationBuilder);
        Readable<TimelineKind>(configurationBuilder);
        Readable<Role>(configurationBuilder);
        Readable<BookingStatus>(configurationBuilder);
        Readable<BookingFactKind>(configurationBuilder);
        Readable<ApiKeyState>(configurationBuilder);
        Readable<WebhookState>(configurationBuilder);
        Readable<DeliverySource>(configurationBuilder);
        Readable<DeliveryState>(configurationBuilder);
        Readable<DeliveryReason>(configurationBuilder);
        Readable<NotificationKind>(configurationBuilder);
        Readable<TicketEventKind>(configurationBuilder);
        Readable<RunOutcome>(configurationBuilder);
        Readable<ActionState>(configurationBuilder);
    }

    private static void Readable<T>(ModelConfigurationBuilder builder) where T : struct, Enum =>
        builder.Properties<T>().HaveConversion<SnakeCaseConverter<T>>().HaveMaxLength(32);
}
