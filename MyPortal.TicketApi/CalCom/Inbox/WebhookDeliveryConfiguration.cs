using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.CalCom.Inbox;

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public const int EventLength = 64;

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.Property(delivery => delivery.CallId).HasColumnName(CallConfiguration.CallColumn);
        builder.Property(delivery => delivery.Event).HasMaxLength(EventLength);
        builder.Property(delivery => delivery.Uid).HasMaxLength(CallConfiguration.UidLength);
        builder.Property(delivery => delivery.RelatedUid).HasMaxLength(CallConfiguration.UidLength);
        builder.Property(delivery => delivery.TraceParent).HasMaxLength(CallConfiguration.TraceParentLength);
        builder.HasOne<CalComConnection>().WithMany().HasForeignKey(delivery => delivery.ConnectionId);
        builder.HasOne<Ticket>().WithMany().HasForeignKey(delivery => delivery.TicketId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Call>().WithMany().HasForeignKey(delivery => delivery.CallId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany<StoredFact>().WithOne().HasForeignKey(fact => fact.DeliveryId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(delivery => new { delivery.ConnectionId, delivery.BodyHash }).IsUnique();

        // The inbox, newest first, all or of one state; read from the other end, the first also finds what is old enough to go.
        builder.HasIndex(delivery => new { delivery.ReceivedAt, delivery.Id }).IsDescending();
        builder.HasIndex(delivery => new { delivery.State, delivery.ReceivedAt, delivery.Id }).IsDescending(false, true, true);

        // What waits for a booking, by either of the ids that could make it known.
        builder.HasIndex(delivery => new { delivery.ConnectionId, delivery.Uid }).HasFilter("state = 'unmatched'");
        builder.HasIndex(delivery => new { delivery.ConnectionId, delivery.RelatedUid }).HasFilter("state = 'unmatched'");
    }
}
