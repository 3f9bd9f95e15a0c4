using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Accounts.Provider;
using Matchmaker.Web.Load;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Matchmaker.Web.Accounts;

/// <summary>
/// Hashes and verifies passwords with ASP.NET Core Identity. Whoever guesses waits longer after each wrong password;
/// nobody else waits with them.
/// </summary>
internal sealed class Passwords(
    IGrainFactory grains,
    TimeProvider time,
    SampleRun samples,
    Devices devices,
    WorkLimits limits,
    IdentityProvider provider
)
{
    public const int MinLength = 12;
    public const int MaxLength = 200;

    private const int MaxWaits = 4;

    // A timer counts whole milliseconds, and may end a part of one too early.
    private static readonly TimeSpan TimerStep = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LookUpTime = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestServed = TimeSpan.FromSeconds(5);

    // The iteration count that OWASP's Password Storage Cheat Sheet recommends for PBKDF2 with HMAC-SHA-512; Identity's
    // default is lower.
    private static readonly PasswordHasher<string> Hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })
    );
    private static readonly Lazy<string> DummyHash = new(() => Hasher.HashPassword("", "no account has this password"));

    /// <summary>Whether the length is allowed.</summary>
    public static bool HasValidLength(string password) => password.Length is >= MinLength and <= MaxLength;

    /// <summary>What a password's length breaks.</summary>
    /// <param name="field">Where it stands in the body.</param>
    public static InvalidException WrongLength(string field) =>
        new(new FieldError(field, "passwordLength", $"{MinLength}", $"{MaxLength}"));

    /// <exception cref="InvalidException">Too short or too long.</exception>
    public static string Hash(string password) =>
        HasValidLength(password) ? Hasher.HashPassword("", password) : throw WrongLength("password");

    /// <summary>As <see cref="Hash"/>, within the bounds of such work.</summary>
    public async Task<string> HashWithin(HttpContext context, string password)
    {
        using var permit = await limits.Enter(WorkQueue.Password, LoadCaller.Of(context), context.RequestAborted);
        return Hash(password);
    }

    /// <summary>Whether an account has this password.</summary>
    public static bool IsOf(Credential? credential, string password) =>
        credential is not null
        && Hasher.VerifyHashedPassword("", credential.PasswordHash, password) is not PasswordVerificationResult.Failed;

    /// <summary>
    /// Whether somebody may sign in. What is done before an answer, and its time, is the same whether the address has
    /// an account or not.
    /// </summary>
    /// <returns>Null: refused, without a reason.</returns>
    /// <exception cref="LoadException">The source tried too often, and must wait.</exception>
    public async Task<SessionStanding?> Check(HttpContext context, string? email, string? password)
    {
        if (password is null or { Length: > MaxLength })
            return null; // no account has it: refused before any work
        var address = Email.Normal(email ?? "");
        var source = devices.SourceOf(context, address);
        var account = grains.Account(Email.IsValid(address) ? address : "nobody@invalid");
        await AwaitTurn(account, address, source, context.RequestAborted);

        // Looking up takes the same time for all: an address that was never asked for is first read from the database.
        var slot = Task.Delay(LookUpTime, time, context.RequestAborted);
        var (standing, credential) = (await account.Standing(), await account.Credential());
        await slot;
        var result = await Verify(context, credential, password);
        if (
            result is PasswordVerificationResult.Failed
            || standing is null
            || credential is null
            || (standing.Sample && !samples.IsOn)
            || (standing.IsProvided && provider.IsOn)
        )
            return null;
        await account.SucceedSignIn(source);
        if (result is PasswordVerificationResult.SuccessRehashNeeded)
            await account.Rehash(Hash(password), credential.Stamp);
        return standing;
    }

    // A password is verified even if there is no account.
    private async Task<PasswordVerificationResult> Verify(HttpContext context, Credential? credential, string password)
    {
        using var permit = await limits.Enter(WorkQueue.Password, LoadCaller.Of(context), context.RequestAborted);
        return Hasher.VerifyHashedPassword("", credential?.PasswordHash ?? DummyHash.Value, password);
    }

    /// <summary>Waits where the wait is short, and refuses where it is long. The last admin never waits long.</summary>
    private async Task AwaitTurn(IAccountGrain account, string address, string source, CancellationToken cancellation)
    {
        var longest = Longest;
        for (var attempt = 0; attempt < MaxWaits; attempt++)
        {
            var turn = await account.BeginSignIn(source, longest);
            if (turn.TellOwner)
                grains.People().TellOfGuesses(address).Ignore(); // nobody's answer waits for the letter
            if (turn.Wait <= TimeSpan.Zero)
                return;
            if (turn.Wait > LongestServed && !await grains.Accounts().IsLastAdmin(address, samples.IsOn))
                throw new LoadException(isOwn: true, turn.Wait);
            if (turn.Wait > LongestServed)
                longest = LongestServed;
            else
                await Task.Delay(turn.Wait + TimerStep, time, cancellation);
        }

        throw new LoadException(isOwn: true, LongestServed);
    }
}
