using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.ProfileApi.BookingLinks;
using MyPortal.ProfileApi.Identity;

namespace MyPortal.ProfileApi.Data.Configurations;

internal sealed class BookingLinkInvalidationConfiguration : IEntityTypeConfiguration<BookingLinkInvalidation>
{
    public void Configure(EntityTypeBuilder<BookingLinkInvalidation> builder)
    {
        builder.ToTable("booking_link_invalidations");
        builder.HasKey(invalidation => invalidation.UserId);
        builder.Property(invalidation => invalidation.UserId).ValueGeneratedNever();
        builder.HasOne<User>().WithOne().HasForeignKey<BookingLinkInvalidation>(invalidation => invalidation.UserId);
    }
}
