using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Security;

namespace Matchmaker.Web.Accounts.Factors;

/// <summary>Asks somebody who is signed in once more for what only the owner of the account knows.</summary>
internal sealed class OwnProof(Passwords passwords, SecondFactors factors, SecurityLog log)
{
    /// <returns>The account when the password was checked.</returns>
    /// <exception cref="InvalidException">It is not the password.</exception>
    public async Task<SessionStanding> Ask(HttpContext context, string password)
    {
        var caller = CurrentCaller.Of(context.User);
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

    private InvalidException Refused(HttpContext context, FieldError error)
    {
        log.Refused(context, CurrentCaller.Of(context.User).Email);
        return new(error);
    }
}
