using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.People;
using MyPortal.TicketApi.Replies;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Timeline;

namespace MyPortal.TicketApi.Data;

internal sealed class TicketDbContext(DbContextOptions<TicketDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public const string TicketNumbers = "ticket_numbers";

    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<Reply> Replies => Set<Reply>();
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Company> Companies => Set<Company>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasSequence<long>(TicketNumbers).StartsAt(1001);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TicketDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<TicketStatus>().HaveConversion<SnakeCaseConverter<TicketStatus>>().HaveMaxLength(32);
        configurationBuilder.Properties<TicketPriority>().HaveConversion<SnakeCaseConverter<TicketPriority>>().HaveMaxLength(32);
        configurationBuilder.Properties<TimelineKind>().HaveConversion<SnakeCaseConverter<TimelineKind>>().HaveMaxLength(32);
        configurationBuilder.Properties<Role>().HaveConversion<SnakeCaseConverter<Role>>().HaveMaxLength(32);
    }
}
