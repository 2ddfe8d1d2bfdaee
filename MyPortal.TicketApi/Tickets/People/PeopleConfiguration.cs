using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MyPortal.TicketApi.Tickets.People;

internal sealed class PeopleConfiguration : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.Name).HasMaxLength(256);
        builder.Property(person => person.Email).HasMaxLength(256);
        // The version before inserts without it; nobody sees more than they should.
        builder.Property(person => person.SeesCompanyTickets).HasDefaultValue(false);
        builder.HasOne<Company>().WithMany().HasForeignKey(person => person.CompanyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.ToTable("companies");
        builder.Property(company => company.Id).ValueGeneratedNever();
        builder.Property(company => company.Name).HasMaxLength(256);
    }
}
