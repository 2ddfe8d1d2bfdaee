using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.Data;

namespace MyPortal.ProfileApi.Identity;

internal enum SignInOutcome
{
    Success,
    Wrong,
    Locked,
}

/// <summary>
/// Checks an e-mail address and a password. Five wrong passwords in a row lock the account for five minutes. There is no limit by
/// client address here, because every request comes from Web: Web limits by the browser's address, this locks by account.
/// </summary>
internal sealed class PasswordSignIn(ProfileDbContext db, UserManager<User> users, IPasswordHasher<User> hasher, TimeProvider clock)
{
    public const int MaxFailures = 5;
    public static readonly TimeSpan LockoutDuration = TimeSpan.FromMinutes(5);

    private static string? _hashOfNobody;

    public async Task<(SignInOutcome Outcome, Guid UserId)> TryAsync(string? email, string? password, CancellationToken cancellationToken)
    {
        password ??= "";
        var user = IsStorable(email) ? await users.FindByEmailAsync(email!) : null;
        if (user is not { IsActive: true } || password.Length > PasswordPolicy.MaxLength)
        {
            // As much work as for a known address, so that the time taken does not tell which addresses are known.
            hasher.VerifyHashedPassword(Nobody, _hashOfNobody ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString()), password);
            return (SignInOutcome.Wrong, default);
        }

        if (user.LockoutEnd > clock.GetUtcNow())
            return (SignInOutcome.Locked, user.Id);

        return await users.CheckPasswordAsync(user, password)
            ? (await ForgiveAsync(user.Id, cancellationToken), user.Id)
            : (await CountFailureAsync(user.Id, cancellationToken), user.Id);
    }

    private static User Nobody { get; } = new() { Name = "" };

    // PostgreSQL cannot hold NUL in text; no address contains it.
    private static bool IsStorable(string? email) => email is { Length: > 0 and <= 256 } && !email.Contains('\0');

    // Counted in the database, not through the loaded entity: parallel guesses must each count. A right password that was guessed
    // while others were locking the account meets the lock here.
    private async Task<SignInOutcome> ForgiveAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var forgiven = await db.Users
            .Where(user => user.Id == id && (user.LockoutEnd == null || user.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.AccessFailedCount, 0), cancellationToken);
        return forgiven == 1 ? SignInOutcome.Success : SignInOutcome.Locked;
    }

    private async Task<SignInOutcome> CountFailureAsync(Guid id, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + LockoutDuration;
        await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(user => user.LockoutEnd, user => user.AccessFailedCount + 1 >= MaxFailures ? until : user.LockoutEnd)
                .SetProperty(user => user.AccessFailedCount, user => user.AccessFailedCount + 1 >= MaxFailures ? 0 : user.AccessFailedCount + 1),
            cancellationToken);
        return SignInOutcome.Wrong;
    }
}
