using System.Security.Claims;
using Matchmaker.Contracts.Accounts;

namespace Matchmaker.Web.Accounts;

/// <summary>The one place where a signed-in person becomes a <see cref="Caller"/>, and back.</summary>
internal static class CurrentCaller
{
    /// <summary>What a session is checked by; another one ends it.</summary>
    public const string Stamp = "stamp";

    private const string Party = "party";

    public static Caller Of(ClaimsPrincipal? user) =>
        user?.FindFirstValue(ClaimTypes.NameIdentifier) is { } email
        && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new(email, role, user.FindFirstValue(Party))
            : Caller.Anonymous;

    /// <param name="scheme">How they showed who they are.</param>
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
            identity.AddClaim(new(Party, party));
        return new(identity);
    }
}
