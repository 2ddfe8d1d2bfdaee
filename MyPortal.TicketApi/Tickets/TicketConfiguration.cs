using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Tickets;

internal sealed class TicketConfiguration : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("tickets");
        builder.Ignore(ticket => ticket.Events);
        builder.Property(ticket => ticket.Id).ValueGeneratedNever();
        builder.Property(ticket => ticket.Number).HasDefaultValueSql($"nextval('{TicketDbContext.TicketNumbers}')");
        builder.HasIndex(ticket => ticket.Number).IsUnique();
        builder.Property(ticket => ticket.Subject).HasMaxLength(TextLimits.MaxSubjectLength);
        builder.Property(ticket => ticket.Description).HasMaxLength(TextLimits.MaxTextLength);
        builder.Property(ticket => ticket.IsOpen).HasComputedColumnSql("status not in ('resolved', 'closed')", stored: true);
        builder.Property(ticket => ticket.Version).IsRowVersion().HasColumnName("xmin");
        builder.HasOne(ticket => ticket.Requester).WithMany().HasForeignKey(ticket => ticket.RequesterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(ticket => ticket.Company).WithMany().HasForeignKey(ticket => ticket.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(ticket => ticket.Assignee).WithMany().HasForeignKey(ticket => ticket.AssignedUserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(ticket => ticket.Replies).WithOne().HasForeignKey(reply => reply.TicketId);
        builder.HasMany(ticket => ticket.Timeline).WithOne().HasForeignKey(entry => entry.TicketId);
        builder.HasMany(ticket => ticket.Watchers).WithOne().HasForeignKey(watcher => watcher.TicketId);

        // Every list is sorted by (updated_at, id), newest first, and each index ends with that: a page reads its own rows and no more,
        // however many tickets there are. The small partial ones keep "open" fast where nearly everything is closed.
        ListIndex(builder, ticket => new { ticket.UpdatedAt, ticket.Id }, "ix_tickets_activity", true, true);
        ListIndex(builder, ticket => new { ticket.IsOpen, ticket.UpdatedAt, ticket.Id }, "ix_tickets_open_activity", false, true, true);
        ListIndex(builder, ticket => new { ticket.Status, ticket.UpdatedAt, ticket.Id }, "ix_tickets_status_activity", false, true, true);
        ScopeIndexes(builder, "requester",
            ticket => new { ticket.RequesterId, ticket.UpdatedAt, ticket.Id },
            ticket => new { ticket.RequesterId, ticket.Status, ticket.UpdatedAt, ticket.Id });
        ScopeIndexes(builder, "company",
            ticket => new { ticket.CompanyId, ticket.UpdatedAt, ticket.Id },
            ticket => new { ticket.CompanyId, ticket.Status, ticket.UpdatedAt, ticket.Id });
        ScopeIndexes(builder, "assignee",
            ticket => new { ticket.AssignedUserId, ticket.UpdatedAt, ticket.Id },
            ticket => new { ticket.AssignedUserId, ticket.Status, ticket.UpdatedAt, ticket.Id });
    }

    private static void ScopeIndexes(EntityTypeBuilder<Ticket> builder, string scope,
        Expression<Func<Ticket, object?>> columns, Expression<Func<Ticket, object?>> columnsWithStatus)
    {
        ListIndex(builder, columns, $"ix_tickets_{scope}_activity", false, true, true);
        ListIndex(builder, columns, $"ix_tickets_{scope}_open_activity", false, true, true).HasFilter("is_open");
        ListIndex(builder, columnsWithStatus, $"ix_tickets_{scope}_status_activity", false, false, true, true);
    }

    private static IndexBuilder<Ticket> ListIndex(
        EntityTypeBuilder<Ticket> builder, Expression<Func<Ticket, object?>> columns, string name, params bool[] descending) =>
        builder.HasIndex(columns, name).IsDescending(descending).HasDatabaseName(name);
}
