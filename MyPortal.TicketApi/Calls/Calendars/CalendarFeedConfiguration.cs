using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Calls.Calendars;

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("calendar_feeds");
        builder.HasKey(feed => feed.PersonId);
        builder.HasIndex(feed => feed.TokenHash).IsUnique();
        builder.HasOne<Person>().WithOne().HasForeignKey<CalendarFeed>(feed => feed.PersonId);
    }
}
