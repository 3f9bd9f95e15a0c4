using System.Security.Claims;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Web.Accounts.Provider;

/// <summary>What the identity provider says of a person, read by the settings. Pure.</summary>
internal static class ProviderClaims
{
    /// <summary>Null: the provider does not say who it is.</summary>
    public static ProviderPerson? Read(ClaimsPrincipal user, ProviderSettings settings)
    {
        if (One(user, "iss") is not { } issuer || One(user, "sub") is not { } subject)
            return null;
        var rule = settings.Roles.FirstOrDefault(rule => user.HasClaim(rule.Claim, rule.Value));
        var party = rule is null ? null : PartyOf(user, rule);
        var isWhole = rule is not null && (party is not null || RoleRule.KindOf(rule.Role) is null);
        return new(
            issuer,
            subject,
            One(user, settings.EmailClaim),
            IsTrue(user, settings.VerifiedClaim),
            isWhole ? rule!.Role : null,
            isWhole ? party : null
        );
    }

    /// <summary>Whether the provider says that it asked for a second factor which counts here.</summary>
    public static bool HasFactor(ClaimsPrincipal user, ProviderSettings settings) =>
        user.Claims.Any(claim =>
            claim.Type is "amr" or "acr" && settings.FactorValues.Contains(claim.Value, StringComparer.Ordinal)
        );

    private static PartyId? PartyOf(ClaimsPrincipal user, RoleRule rule) =>
        RoleRule.KindOf(rule.Role) is { } kind && (rule.Party ?? One(user, rule.PartyClaim!)) is { } id
            ? new PartyId(kind, id)
            : null;

    // Token and user info may both state a claim. Where they differ, nobody knows which is right.
    private static string? One(ClaimsPrincipal user, string name) =>
        user.FindAll(name).Select(claim => claim.Value).Distinct(StringComparer.Ordinal).ToList()
            is [{ Length: > 0 } one]
            ? one
            : null;

    private static bool IsTrue(ClaimsPrincipal user, string name) =>
        user.FindAll(name).Select(claim => claim.Value.ToLowerInvariant()).ToList() is { Count: > 0 } values
        && values.TrueForAll(value => value is "true" or "1");
}
