using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Timeline;

namespace MyPortal.TicketApi.Calls;

internal sealed class BookingConfiguration :
    IEntityTypeConfiguration<Booking>, IEntityTypeConfiguration<BookingUid>, IEntityTypeConfiguration<BookingFact>
{
    public const int UidLength = 256;
    public const int TraceParentLength = 64;
    private const int TextLength = 256;
    private const int TitleLength = 500;
    private const int UrlLength = 2000;

    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("bookings");
        builder.Property(booking => booking.Id).ValueGeneratedNever();
        builder.Property(booking => booking.HeadUid).HasMaxLength(UidLength);
        // "end" is a word of SQL, which would have to be quoted in every query by hand.
        builder.Property(booking => booking.Start).HasColumnName("starts_at");
        builder.Property(booking => booking.End).HasColumnName("ends_at");
        builder.Property(booking => booking.Title).HasMaxLength(TitleLength);
        builder.Property(booking => booking.OrganizerName).HasMaxLength(TextLength);
        builder.Property(booking => booking.OrganizerEmail).HasMaxLength(TextLength);
        builder.Property(booking => booking.OrganizerTimeZone).HasMaxLength(TextLength);
        builder.Property(booking => booking.AttendeeName).HasMaxLength(TextLength);
        builder.Property(booking => booking.AttendeeEmail).HasMaxLength(TextLength);
        builder.Property(booking => booking.AttendeeTimeZone).HasMaxLength(TextLength);
        builder.Property(booking => booking.JoinUrl).HasMaxLength(UrlLength);
        builder.Property(booking => booking.BookerUrl).HasMaxLength(UrlLength);
        builder.Property(booking => booking.PageTraceParent).HasMaxLength(TraceParentLength);
        builder.HasOne<Ticket>().WithMany().HasForeignKey(booking => booking.TicketId);
        builder.HasMany<TimelineEntry>().WithOne().HasForeignKey(entry => entry.BookingId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(booking => booking.TechnicianId);
        builder.HasMany(booking => booking.Uids).WithOne().HasForeignKey(uid => uid.BookingId);
        builder.HasMany(booking => booking.Facts).WithOne().HasForeignKey(fact => fact.BookingId);
        builder.HasIndex(booking => new { booking.TicketId, booking.End }).IsDescending(false, true);
        builder.HasIndex(booking => new { booking.TechnicianId, booking.Start });
    }

    public void Configure(EntityTypeBuilder<BookingUid> builder)
    {
        builder.ToTable("booking_uids");
        builder.HasKey(uid => new { uid.ConnectionId, uid.Uid });
        builder.Property(uid => uid.Uid).HasMaxLength(UidLength);
        builder.Property(uid => uid.PredecessorUid).HasMaxLength(UidLength);
        // Who replaces this one, when the link comes before what it leads to.
        builder.HasIndex(uid => new { uid.ConnectionId, uid.PredecessorUid });
    }

    public void Configure(EntityTypeBuilder<BookingFact> builder)
    {
        builder.ToTable("booking_facts");
        builder.Property(fact => fact.Id).ValueGeneratedNever();
        builder.Property(fact => fact.Uid).HasMaxLength(UidLength);
        builder.Property(fact => fact.Discriminator).HasMaxLength(TextLength);
        builder.Property(fact => fact.Start).HasColumnName("starts_at");
        builder.Property(fact => fact.End).HasColumnName("ends_at");
        builder.Property(fact => fact.Data).HasColumnType("jsonb");
        builder.HasIndex(fact => new { fact.BookingId, fact.Uid, fact.Kind, fact.Discriminator }).IsUnique();
    }
}
