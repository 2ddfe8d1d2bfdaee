using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Tickets.Replies;

internal sealed class ReplyConfiguration : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> builder)
    {
        builder.ToTable("replies");
        builder.Property(reply => reply.Id).ValueGeneratedNever();
        builder.Property(reply => reply.Body).HasMaxLength(TextLimits.MaxTextLength);
        builder.HasOne(reply => reply.Author).WithMany().HasForeignKey(reply => reply.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(reply => new { reply.TicketId, reply.CreatedAt, reply.Id }).IsDescending(false, true, true);
    }
}
