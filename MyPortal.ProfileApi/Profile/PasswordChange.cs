using Microsoft.AspNetCore.Identity;
using MyPortal.ProfileApi.Identity;

namespace MyPortal.ProfileApi.Profile;

internal sealed class PasswordChange(UserManager<User> users, PasswordSignIn signIn, SessionEnder sessions)
{
    /// <summary>The problems by field, none when the password was changed, null when the account is gone.</summary>
    public async Task<Dictionary<string, string[]>?> TryAsync(
        Guid userId, ChangePasswordRequest request, string? keepSession, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(userId.ToString()) is not { IsActive: true } user)
            return null;

        if (request.NewPassword.Length is < PasswordPolicy.MinLength or > PasswordPolicy.MaxLength)
            return Problem("newPassword", $"Use {PasswordPolicy.MinLength} to {PasswordPolicy.MaxLength} characters. A few words are easier to remember than symbols.");

        var (outcome, _) = await signIn.TryAsync(user.Email, request.CurrentPassword, cancellationToken);
        if (outcome is SignInOutcome.Locked)
            return Problem("currentPassword", "This account is locked for a while after too many attempts.");

        if (outcome is SignInOutcome.Wrong)
            return Problem("currentPassword", "This is not your current password.");

        var changed = await users.ChangePasswordAsync(user, request.CurrentPassword, request.NewPassword);
        if (!changed.Succeeded)
            return Problem("newPassword", string.Join(" ", changed.Errors.Select(error => error.Description)));

        await sessions.EndOthersAsync(userId, keepSession, cancellationToken);
        return [];
    }

    private static Dictionary<string, string[]> Problem(string field, string problem) => new() { [field] = [problem] };
}
