using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.ProfileApi.BookingLinks;
using MyPortal.ProfileApi.Identity;

namespace MyPortal.ProfileApi.Data.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>, IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.Name).HasMaxLength(200);
        builder.Property(user => user.BookingLinkUrl).HasMaxLength(BookingLink.MaxLength);

        // Written by BookingLinkStore alone: Identity updates whole rows, and would put an old link and version back.
        builder.Property(user => user.BookingLinkUrl).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.Property(user => user.BookingLinkVersion).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);

        builder.HasOne(user => user.Company).WithMany().HasForeignKey(user => user.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(user => user.NormalizedUserName).IsUnique().HasDatabaseName("ix_users_normalized_user_name");
        builder.HasIndex(user => user.NormalizedEmail).IsUnique().HasDatabaseName("ix_users_normalized_email");
    }

    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.ToTable("companies");
        builder.Property(company => company.Name).HasMaxLength(200);
        builder.HasIndex(company => company.Name).IsUnique();
    }
}
