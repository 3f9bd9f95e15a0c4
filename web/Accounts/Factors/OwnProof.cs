using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Security;

namespace Matchmaker.Web.Accounts.Factors;

/// <summary>Asks somebody who is signed in once more for what only the owner of the account knows.</summary>
internal sealed class OwnProof(
    Passwords passwords,
    SecondFactors factors,
    IGrainFactory grains,
    TimeProvider time,
    SecurityLog log
)
{
    // Whoever comes by the identity provider has no password here: a fresh session stands for it.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <returns>The account when the password was checked.</returns>
    /// <exception cref="InvalidException">It is not the password.</exception>
    public async Task<SessionStanding> Ask(HttpContext context, string password)
    {
        var caller = CurrentCaller.Of(context.User);
        if (CurrentCaller.WayOf(context.User).HasFlag(SignInWay.Provider))
            return await IsFresh(context)
                ? (await grains.Account(caller.Email!).Standing())!
                : throw new InvalidException(new FieldError("password", "signInAgain"));
        return await passwords.Check(context, caller.Email, password)
            ?? throw Refused(context, new("password", "wrongPassword"));
    }

    /// <exception cref="InvalidException">It is not the password, or not a code.</exception>
    public async Task Ask(HttpContext context, PasswordAndCode given)
    {
        var standing = await Ask(context, given.Password);
        if (!await factors.Check(context, standing.Email, given.Code))
            throw Refused(context, new("code", "wrongCode"));
    }

    private async Task<bool> IsFresh(HttpContext context)
    {
        var caller = CurrentCaller.Of(context.User);
        var session = CurrentCaller.SessionOf(context.User);
        return (await grains.Account(caller.Email!).Sessions(caller)).Any(open =>
            open.Id == session && time.GetUtcNow() - open.CreatedAt < Fresh
        );
    }

    private InvalidException Refused(HttpContext context, FieldError error)
    {
        log.Refused(context, CurrentCaller.Of(context.User).Email);
        return new(error);
    }
}
