using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Mail;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications_sent");
        builder.Property(notification => notification.Id).ValueGeneratedNever();
        builder.Property(notification => notification.CallId).HasColumnName(CallConfiguration.CallColumn);
        builder.Property(notification => notification.Start).HasColumnName("starts_at");
        builder.Property(notification => notification.End).HasColumnName("ends_at");
        builder.Property(notification => notification.Address).HasMaxLength(256);
        builder.Property(notification => notification.Subject).HasMaxLength(TextLimits.MaxSubjectLength);
        builder.Property(notification => notification.Text).HasMaxLength(TextLimits.MaxTextLength);
        builder.Property(notification => notification.Outcome).HasMaxLength(32);
        builder.HasOne(notification => notification.Ticket).WithMany().HasForeignKey(notification => notification.TicketId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(notification => notification.Person).WithMany().HasForeignKey(notification => notification.PersonId).OnDelete(DeleteBehavior.Cascade);

        // The promise of one mail: whoever comes second with the same cause and recipient is refused by the database.
        builder.HasIndex(notification => new { notification.CauseId, notification.PersonId, notification.Address })
            .IsUnique().AreNullsDistinct(false);
        // Finds what is old enough to go.
        builder.HasIndex(notification => notification.At);
    }
}
