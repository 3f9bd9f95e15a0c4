using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Matchmaker.Web.Accounts;

/// <summary>
/// Hashes and verifies passwords with ASP.NET Core Identity. Five wrong passwords in a row lock an account for 15
/// minutes.
/// </summary>
internal sealed class Passwords(IGrainFactory grains, TimeProvider time, SampleRun samples)
{
    public const int MinLength = 12;
    public const int MaxLength = 200;

    private const int MaxFailures = 5;
    private static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);

    // The iteration count that OWASP's Password Storage Cheat Sheet recommends for PBKDF2 with HMAC-SHA-512; Identity's
    // default is lower.
    private static readonly PasswordHasher<string> Hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })
    );
    private static readonly Lazy<string> DummyHash = new(() => Hasher.HashPassword("", "no account has this password"));

    /// <summary>Whether the length is allowed.</summary>
    public static bool HasValidLength(string password) => password.Length is >= MinLength and <= MaxLength;

    /// <exception cref="InvalidException">Too short or too long.</exception>
    public static string Hash(string password) =>
        HasValidLength(password)
            ? Hasher.HashPassword("", password)
            : throw new InvalidException(new FieldError("password", "passwordLength", $"{MinLength}", $"{MaxLength}"));

    /// <summary>Whether an account that is not locked has this password.</summary>
    public static bool IsOf(Credential? credential, string password) =>
        credential is { LockedUntil: null }
        && Hasher.VerifyHashedPassword("", credential.PasswordHash, password) is not PasswordVerificationResult.Failed;

    /// <summary>Null: refused, without a reason.</summary>
    public async Task<SessionStanding?> Check(string? email, string? password)
    {
        var address = Email.Normal(email ?? "");
        var account = grains.Account(Email.IsValid(address) ? address : "nobody@invalid");
        var (standing, credential) = (await account.Standing(), await account.Credential());
        // A password is verified even if there is no account, so that response times do not reveal which accounts
        // exist.
        var result = password is { Length: <= MaxLength }
            ? Hasher.VerifyHashedPassword("", credential?.PasswordHash ?? DummyHash.Value, password)
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
            await account.Failed(MaxFailures, Locked);
            return null;
        }

        if (!await account.Succeeded())
            return null;
        if (result is PasswordVerificationResult.SuccessRehashNeeded)
            await account.Rehash(Hash(password!), credential.Stamp);
        return standing;
    }
}
