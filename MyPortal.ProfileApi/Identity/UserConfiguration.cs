using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MyPortal.ProfileApi.Identity;

/// <summary>As ASP.NET Core Identity's own context has it, whose place here the module's configurations take, and what the portal adds.</summary>
internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.UserName).HasMaxLength(256);
        builder.Property(user => user.NormalizedUserName).HasMaxLength(256);
        builder.Property(user => user.Email).HasMaxLength(256);
        builder.Property(user => user.NormalizedEmail).HasMaxLength(256);
        builder.Property(user => user.ConcurrencyStamp).IsConcurrencyToken();
        builder.Property(user => user.Name).HasMaxLength(200);
        builder.HasIndex(user => user.NormalizedUserName).IsUnique().HasDatabaseName("ix_users_normalized_user_name");
        builder.HasIndex(user => user.NormalizedEmail).IsUnique().HasDatabaseName("ix_users_normalized_email");

        builder.HasOne(user => user.Company).WithMany().HasForeignKey(user => user.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<IdentityUserRole<Guid>>().WithOne().HasForeignKey(userRole => userRole.UserId).IsRequired()
            .HasConstraintName("fk_user_roles_asp_net_users_user_id");
        builder.HasMany<IdentityUserClaim<Guid>>().WithOne().HasForeignKey(claim => claim.UserId).IsRequired()
            .HasConstraintName("fk_user_claims_asp_net_users_user_id");
        builder.HasMany<IdentityUserLogin<Guid>>().WithOne().HasForeignKey(login => login.UserId).IsRequired()
            .HasConstraintName("fk_user_logins_asp_net_users_user_id");
        builder.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(token => token.UserId).IsRequired()
            .HasConstraintName("fk_user_tokens_asp_net_users_user_id");
    }
}
