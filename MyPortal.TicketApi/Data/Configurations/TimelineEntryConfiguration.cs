using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.TicketApi.Bookings;
using MyPortal.TicketApi.Timeline;

namespace MyPortal.TicketApi.Data.Configurations;

internal sealed class TimelineEntryConfiguration : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("timeline_entries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.From).HasColumnName("from_value").HasMaxLength(256);
        builder.Property(entry => entry.To).HasColumnName("to_value").HasMaxLength(256);
        builder.HasOne(entry => entry.Actor).WithMany().HasForeignKey(entry => entry.ActorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Booking>().WithMany().HasForeignKey(entry => entry.BookingId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(entry => new { entry.TicketId, entry.At, entry.Id }).IsDescending(false, true, true);
    }
}
