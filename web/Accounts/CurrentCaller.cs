using System.Security.Claims;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Web.Accounts;

/// <summary>Converts between a principal and a <see cref="Caller"/>.</summary>
internal static class CurrentCaller
{
    private const string Session = "session";
    private const string Party = "party";
    private const string Way = "way";

    public static Caller Of(ClaimsPrincipal? user) =>
        user?.FindFirstValue(ClaimTypes.NameIdentifier) is { } email
        && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new(email, role, PartyId.Parse(user.FindFirstValue(Party)))
            : Caller.Anonymous;

    /// <summary>The id of the session by which a user calls; null: nobody is signed in.</summary>
    public static string? SessionOf(ClaimsPrincipal? user) => user?.FindFirstValue(Session);

    /// <summary>How the session began.</summary>
    public static SignInWay WayOf(ClaimsPrincipal? user) =>
        Enum.TryParse<SignInWay>(user?.FindFirstValue(Way), out var way) ? way : SignInWay.Own;

    /// <param name="session">The session's id.</param>
    /// <param name="scheme">The authentication scheme.</param>
    public static ClaimsPrincipal Principal(
        SessionStanding standing,
        string session,
        string scheme,
        SignInWay way = SignInWay.Own
    )
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, standing.Email),
                new(ClaimTypes.Role, standing.Role.ToString()),
                new(Session, session),
            ],
            scheme
        );
        if (way is not SignInWay.Own)
            identity.AddClaim(new(Way, way.ToString()));
        if (standing.Party is { } party)
            identity.AddClaim(new(Party, party.ToString()));
        return new(identity);
    }
}

/// <summary>How a session began.</summary>
[Flags]
internal enum SignInWay
{
    /// <summary>By the account's own password.</summary>
    Own = 0,

    /// <summary>By the identity provider.</summary>
    Provider = 1,

    /// <summary>By a passkey, or after a second factor at the provider that counts here.</summary>
    Factor = 2,
}
