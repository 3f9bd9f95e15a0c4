using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Matchmaker.Web.Accounts;

/// <summary>Passwords, hashed by ASP.NET Core Identity; five wrong ones in a row lock an account for a quarter of an hour.</summary>
internal sealed class Passwords(IGrainFactory grains, TimeProvider time, SampleRun samples)
{
    public const int MinLength = 12;
    public const int Most = 200;

    private const int FailuresAtMost = 5;
    private static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);

    // Because OWASP's Password Storage Cheat Sheet asks for that many rounds of PBKDF2 with HMAC-SHA-512, and Identity's default is fewer.
    private static readonly PasswordHasher<string> Hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })
    );
    private static readonly Lazy<string> Nobody = new(() => Hasher.HashPassword("", "nobody has this password"));

    /// <summary>Whether it may be anybody's password.</summary>
    public static bool IsFit(string password) => password.Length is >= MinLength and <= Most;

    /// <exception cref="InvalidException">Too short or too long.</exception>
    public static string Hash(string password) =>
        IsFit(password)
            ? Hasher.HashPassword("", password)
            : throw new InvalidException(new FieldError("password", "passwordLength", $"{MinLength}", $"{Most}"));

    /// <summary>Whether a password lets in now.</summary>
    public static bool IsOf(Credential? credential, string password) =>
        credential is { LockedUntil: null }
        && Hasher.VerifyHashedPassword("", credential.PasswordHash, password) is not PasswordVerificationResult.Failed;

    /// <summary>Null: refused, and the answer does not tell why.</summary>
    public async Task<SessionStanding?> Check(string? email, string? password)
    {
        var address = Email.Normal(email ?? "");
        var account = grains.Account(Email.IsValid(address) ? address : "nobody@invalid");
        var (standing, credential) = (await account.Standing(), await account.Credential());
        // Because the time of an answer must not tell whether an account exists, a password is checked in any case.
        var result = password is { Length: <= Most }
            ? Hasher.VerifyHashedPassword("", credential?.PasswordHash ?? Nobody.Value, password)
            : PasswordVerificationResult.Failed;
        if (
            standing is null
            || credential is null
            || credential.LockedUntil > time.GetUtcNow()
            || (standing.Sample && !samples.IsOn)
        )
            return null;
        if (result is PasswordVerificationResult.Failed)
        {
            await account.Failed(FailuresAtMost, Locked);
            return null;
        }

        if (!await account.Succeeded())
            return null;
        if (result is PasswordVerificationResult.SuccessRehashNeeded)
            await account.Rehash(Hash(password!), credential.Stamp);
        return standing;
    }
}
