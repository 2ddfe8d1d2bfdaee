using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.ProfileApi.BookingLinks.Parsing;
using MyPortal.ProfileApi.Identity;

namespace MyPortal.ProfileApi.BookingLinks;

/// <summary>A person's columns that belong to this module.</summary>
internal sealed class UserLinkConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.Property(user => user.BookingLinkUrl).HasMaxLength(BookingLink.MaxLength);

        // Written by LinkStore alone: Identity updates whole rows, and would put an old link and version back.
        builder.Property(user => user.BookingLinkUrl).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.Property(user => user.BookingLinkVersion).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }
}
