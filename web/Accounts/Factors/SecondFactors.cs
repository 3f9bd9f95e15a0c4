using System.Collections.Frozen;
using System.Security.Claims;
using System.Security.Cryptography;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Load;
using Microsoft.AspNetCore.DataProtection;

namespace Matchmaker.Web.Accounts.Factors;

/// <summary>Whether a code of the second factor is right, and of whom one is demanded.</summary>
internal sealed class SecondFactors(
    IGrainFactory grains,
    TimeProvider time,
    IDataProtectionProvider protection,
    Devices devices,
    FactorDemand demand
)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Whether the office demands a second factor of a role.</summary>
    public bool Demands(Role role) => demand.Includes(role);

    /// <summary>Whether a session must have shown a second factor, and its account has none.</summary>
    public bool IsMissing(SessionStanding standing, ClaimsPrincipal user) =>
        Demands(standing.Role) && !standing.HasFactor && !CurrentCaller.WayOf(user).HasFlag(SignInWay.Factor);

    /// <summary>
    /// Of whom a second factor is demanded and who has a passkey, changes factors only after signing in by one:
    /// whoever knows the password alone must not make another.
    /// </summary>
    /// <exception cref="ConflictException">The session did not begin so.</exception>
    public async Task DemandPasskey(HttpContext context)
    {
        var email = CurrentCaller.Of(context.User).Email!;
        if (
            await grains.Account(email).Standing() is { HasPasskeys: true } standing
            && IsMissing(standing, context.User)
        )
            throw new ConflictException(new("", "usePasskey"));
    }

    /// <summary>
    /// Whether the code is one of the app that was not used before, or a recovery code that is left. Whoever guesses
    /// waits; all devices that are not known to the account are counted together, since they know the password.
    /// </summary>
    /// <exception cref="LoadException">The source tried too often, and must wait.</exception>
    public async Task<bool> Check(HttpContext context, string email, string code)
    {
        var account = grains.Account(email);
        var source = devices.IsKnown(context, email) ? devices.SourceOf(context, email) : "elsewhere";
        var turn = await account.BeginCode(source, Longest);
        if (turn.TellOwner)
            grains.People().TellOfGuesses(email).Ignore();
        if (turn.Wait > TimeSpan.Zero)
            throw new LoadException(isOwn: true, turn.Wait);
        if (FactorCodes.IsRecovery(code))
            return await account.TakeRecovery(FactorCodes.HashOf(code), source);
        return await account.Factor() is { } factor
            && Open(email, factor.Secret) is { } secret
            && FactorCodes.StepOf(secret, code, time.GetUtcNow()) is { } step
            && await account.TakeStep(step, source);
    }

    /// <summary>A secret as it is kept: sealed for this account.</summary>
    public string Seal(string email, byte[] secret) => Convert.ToBase64String(ProtectorOf(email).Protect(secret));

    /// <summary>The secret that was sealed; null: the keys are gone.</summary>
    public byte[]? Open(string email, string sealedSecret)
    {
        try
        {
            return ProtectorOf(email).Unprotect(Convert.FromBase64String(sealedSecret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector ProtectorOf(string email) => protection.CreateProtector("second-factor", email);
}

/// <summary>The roles of which a second factor is demanded, by <c>Matchmaker:SecondFactor:Roles</c>.</summary>
internal sealed class FactorDemand
{
    public const string Setting = "Matchmaker:SecondFactor:Roles";

    private static readonly FrozenDictionary<string, Role> Roles = new[]
    {
        Role.Enterprise,
        Role.Firm,
        Role.Owner,
        Role.Officer,
        Role.Admin,
    }.ToFrozenDictionary(role => $"{role}", StringComparer.OrdinalIgnoreCase);

    private readonly FrozenSet<Role> _roles;

    /// <exception cref="SettingException">A value is no role.</exception>
    public FactorDemand(IConfiguration settings)
    {
        var given = (settings[Setting] ?? "").Split(
            ',',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        if (given.Any(role => !Roles.ContainsKey(role)))
            throw new SettingException(Setting, "must be roles such as officer, admin, separated by commas");
        _roles = given.Select(role => Roles[role]).ToFrozenSet();
    }

    public bool Includes(Role role) => _roles.Contains(role);
}
