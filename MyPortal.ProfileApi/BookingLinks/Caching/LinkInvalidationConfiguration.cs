using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.ProfileApi.Identity;

namespace MyPortal.ProfileApi.BookingLinks.Caching;

internal sealed class LinkInvalidationConfiguration : IEntityTypeConfiguration<LinkInvalidation>
{
    public void Configure(EntityTypeBuilder<LinkInvalidation> builder)
    {
        builder.ToTable("booking_link_invalidations");
        builder.HasKey(invalidation => invalidation.UserId);
        builder.Property(invalidation => invalidation.UserId).ValueGeneratedNever();
        builder.HasOne<User>().WithOne().HasForeignKey<LinkInvalidation>(invalidation => invalidation.UserId)
            .HasConstraintName("fk_booking_link_invalidations_asp_net_users_user_id");
    }
}
