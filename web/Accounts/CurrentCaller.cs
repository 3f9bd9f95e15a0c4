using System.Security.Claims;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Web.Accounts;

/// <summary>Converts between a principal and a <see cref="Caller"/>.</summary>
internal static class CurrentCaller
{
    /// <summary>The claim that holds the account's stamp; a session ends when the stamp changes.</summary>
    public const string Stamp = "stamp";

    private const string Party = "party";

    public static Caller Of(ClaimsPrincipal? user) =>
        user?.FindFirstValue(ClaimTypes.NameIdentifier) is { } email
        && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new(email, role, PartyId.Parse(user.FindFirstValue(Party)))
            : Caller.Anonymous;

    /// <param name="scheme">The authentication scheme.</param>
    public static ClaimsPrincipal Principal(SessionStanding standing, string scheme)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, standing.Email),
                new(ClaimTypes.Role, standing.Role.ToString()),
                new(Stamp, standing.Stamp),
            ],
            scheme
        );
        if (standing.Party is { } party)
            identity.AddClaim(new(Party, party.ToString()));
        return new(identity);
    }
}
