using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Timeline;

namespace MyPortal.TicketApi.Calls;

internal sealed class CallConfiguration :
    IEntityTypeConfiguration<Call>, IEntityTypeConfiguration<CallUid>, IEntityTypeConfiguration<StoredFact>
{
    public const int UidLength = 256;

    /// <summary>Tables and columns keep the name that the first version gave them.</summary>
    public const string CallColumn = "booking_id";

    public const int TraceParentLength = 64;
    private const int TextLength = 256;
    private const int TitleLength = 500;
    private const int UrlLength = 2000;

    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.ToTable("bookings");
        builder.Property(call => call.Id).ValueGeneratedNever();
        builder.Property(call => call.HeadUid).HasMaxLength(UidLength);
        // "end" is a word of SQL, which would have to be quoted in every query by hand.
        builder.Property(call => call.Start).HasColumnName("starts_at");
        builder.Property(call => call.End).HasColumnName("ends_at");
        builder.ComplexProperty(call => call.Details, details =>
        {
            details.Property(said => said.Title).HasColumnName("title").HasMaxLength(TitleLength);
            details.Property(said => said.OrganizerName).HasColumnName("organizer_name").HasMaxLength(TextLength);
            details.Property(said => said.OrganizerEmail).HasColumnName("organizer_email").HasMaxLength(TextLength);
            details.Property(said => said.OrganizerTimeZone).HasColumnName("organizer_time_zone").HasMaxLength(TextLength);
            details.Property(said => said.AttendeeName).HasColumnName("attendee_name").HasMaxLength(TextLength);
            details.Property(said => said.AttendeeEmail).HasColumnName("attendee_email").HasMaxLength(TextLength);
            details.Property(said => said.AttendeeTimeZone).HasColumnName("attendee_time_zone").HasMaxLength(TextLength);
            details.Property(said => said.AttendeeEmails).HasColumnName("attendee_emails");
            details.Property(said => said.JoinUrl).HasColumnName("join_url").HasMaxLength(UrlLength);
            details.Property(said => said.BookerUrl).HasColumnName("booker_url").HasMaxLength(UrlLength);
        });
        builder.Property(call => call.PageTraceParent).HasMaxLength(TraceParentLength);
        builder.HasOne<Ticket>().WithMany().HasForeignKey(call => call.TicketId);
        builder.HasMany<TimelineEntry>().WithOne().HasForeignKey(entry => entry.CallId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(call => call.TechnicianId);
        builder.HasMany(call => call.Uids).WithOne().HasForeignKey(uid => uid.CallId);
        builder.HasMany(call => call.Facts).WithOne().HasForeignKey(fact => fact.CallId);
        builder.HasIndex(call => new { call.TicketId, call.End }).IsDescending(false, true);
        builder.HasIndex(call => new { call.TechnicianId, call.Start });
    }

    public void Configure(EntityTypeBuilder<CallUid> builder)
    {
        builder.ToTable("booking_uids");
        builder.HasKey(uid => new { uid.ConnectionId, uid.Uid });
        builder.Property(uid => uid.CallId).HasColumnName(CallColumn);
        builder.Property(uid => uid.Uid).HasMaxLength(UidLength);
        builder.Property(uid => uid.PredecessorUid).HasMaxLength(UidLength);
        // Who replaces this one, when the link comes before what it leads to.
        builder.HasIndex(uid => new { uid.ConnectionId, uid.PredecessorUid });
    }

    public void Configure(EntityTypeBuilder<StoredFact> builder)
    {
        builder.ToTable("booking_facts");
        builder.Property(fact => fact.Id).ValueGeneratedNever();
        builder.Property(fact => fact.CallId).HasColumnName(CallColumn);
        builder.Property(fact => fact.Uid).HasMaxLength(UidLength);
        builder.Property(fact => fact.Discriminator).HasMaxLength(TextLength);
        builder.Property(fact => fact.Start).HasColumnName("starts_at");
        builder.Property(fact => fact.End).HasColumnName("ends_at");
        builder.Property(fact => fact.Data).HasColumnType("jsonb");
        builder.HasIndex(fact => new { fact.CallId, fact.Uid, fact.Kind, fact.Discriminator }).IsUnique();
    }
}
