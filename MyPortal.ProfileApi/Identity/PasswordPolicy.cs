using Microsoft.AspNetCore.Identity;

namespace MyPortal.ProfileApi.Identity;

/// <summary>Length, nothing else (NIST SP 800-63B, section 3.1.1.2): rules of composition make passwords worse, not better.</summary>
internal static class PasswordPolicy
{
    public const int MinLength = 12;
    public const int MaxLength = 256;

    public static void Apply(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Password.RequiredLength = MinLength;
        options.Password.RequiredUniqueChars = 1;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }
}
