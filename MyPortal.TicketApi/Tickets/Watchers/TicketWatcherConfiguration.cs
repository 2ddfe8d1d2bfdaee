using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MyPortal.TicketApi.Tickets.Watchers;

internal sealed class TicketWatcherConfiguration : IEntityTypeConfiguration<TicketWatcher>
{
    public void Configure(EntityTypeBuilder<TicketWatcher> builder)
    {
        builder.ToTable("ticket_watchers");
        builder.HasKey(watcher => new { watcher.TicketId, watcher.PersonId });
        builder.HasOne(watcher => watcher.Person).WithMany().HasForeignKey(watcher => watcher.PersonId);
    }
}
