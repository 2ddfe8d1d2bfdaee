using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.TicketApi.CalCom.Connections;

internal sealed class CalComConnectionConfiguration : IEntityTypeConfiguration<CalComConnection>
{
    public const int IdLength = 64;

    public void Configure(EntityTypeBuilder<CalComConnection> builder)
    {
        builder.ToTable("cal_com_connections");
        builder.Property(connection => connection.Id).HasMaxLength(IdLength);
        builder.Property(connection => connection.RemoteWebhookId).HasMaxLength(256);
        builder.Property(connection => connection.LastDeliveryEvent).HasMaxLength(WebhookDeliveryConfiguration.EventLength);
        builder.HasOne(connection => connection.Technician).WithMany().HasForeignKey(connection => connection.TechnicianId);
        builder.HasIndex(connection => connection.TechnicianId).IsUnique();
        builder.HasMany<Call>().WithOne().HasForeignKey(call => call.ConnectionId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany<CallUid>().WithOne().HasForeignKey(uid => uid.ConnectionId);
    }
}
