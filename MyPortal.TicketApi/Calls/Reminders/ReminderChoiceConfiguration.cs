using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Calls.Reminders;

internal sealed class ReminderChoiceConfiguration : IEntityTypeConfiguration<ReminderChoice>
{
    public void Configure(EntityTypeBuilder<ReminderChoice> builder)
    {
        builder.ToTable("reminder_choices");
        builder.HasKey(choice => choice.PersonId);
        builder.HasOne<Person>().WithOne().HasForeignKey<ReminderChoice>(choice => choice.PersonId);
    }
}
