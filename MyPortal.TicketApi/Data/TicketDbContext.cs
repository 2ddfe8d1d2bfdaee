using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Infrastructure.Messaging;
using Wolverine.EntityFrameworkCore;

namespace MyPortal.TicketApi.Data;

/// <summary>
/// <c>ticketdb</c>. It knows no module: entities come with their configurations, which stand beside them, and each module gives its own sets
/// a name (<c>db.Tickets</c>, <c>db.Calls</c>) in its <c>…Sets</c>.
/// </summary>
public sealed class TicketDbContext(DbContextOptions<TicketDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public const string TicketNumbers = "ticket_numbers";

    private const int EnumLength = 32;

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
        foreach (var type in typeof(TicketDbContext).Assembly.GetTypes().Where(type => type is { IsEnum: true, IsNested: false }))
        {
            configurationBuilder.Properties(type,
                property => property.HaveConversion(typeof(SnakeCaseConverter<>).MakeGenericType(type)).HaveMaxLength(EnumLength));
        }
    }
}
