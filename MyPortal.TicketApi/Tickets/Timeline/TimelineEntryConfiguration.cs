using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MyPortal.TicketApi.Tickets.Timeline;

internal sealed class TimelineEntryConfiguration : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("timeline_entries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.CallId).HasColumnName("booking_id");
        builder.Property(entry => entry.From).HasColumnName("from_value").HasMaxLength(256);
        builder.Property(entry => entry.To).HasColumnName("to_value").HasMaxLength(256);
        builder.HasOne(entry => entry.Actor).WithMany().HasForeignKey(entry => entry.ActorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(entry => new { entry.TicketId, entry.At, entry.Id }).IsDescending(false, true, true);
    }
}
