using System.Security.Claims;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Web.Accounts;

/// <summary>Converts between a principal and a <see cref="Caller"/>.</summary>
internal static class CurrentCaller
{
    private const string Session = "session";
    private const string Party = "party";

    public static Caller Of(ClaimsPrincipal? user) =>
        user?.FindFirstValue(ClaimTypes.NameIdentifier) is { } email
        && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new(email, role, PartyId.Parse(user.FindFirstValue(Party)))
            : Caller.Anonymous;

    /// <summary>The id of the session by which a user calls; null: nobody is signed in.</summary>
    public static string? SessionOf(ClaimsPrincipal? user) => user?.FindFirstValue(Session);

    /// <param name="session">The session's id.</param>
    /// <param name="scheme">The authentication scheme.</param>
    public static ClaimsPrincipal Principal(SessionStanding standing, string session, string scheme)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, standing.Email),
                new(ClaimTypes.Role, standing.Role.ToString()),
                new(Session, session),
            ],
            scheme
        );
        if (standing.Party is { } party)
            identity.AddClaim(new(Party, party.ToString()));
        return new(identity);
    }
}
