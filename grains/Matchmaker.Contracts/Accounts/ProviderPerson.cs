using Matchmaker.Contracts.Callers;

namespace Matchmaker.Contracts.Accounts;

/// <summary>A person as the office's identity provider (OpenID Connect) describes them at a sign-in.</summary>
/// <param name="Issuer">The provider's name for itself.</param>
/// <param name="Subject">The provider's id of the person, which never goes to somebody else.</param>
/// <param name="Email">Null: the provider states none, or several.</param>
/// <param name="IsVerified">Whether the provider vouches that the mailbox is the person's.</param>
/// <param name="Role">By the settings' rules; null: none of them gives one.</param>
/// <param name="Party">The one party that goes with the role; null: none.</param>
[GenerateSerializer, Immutable]
public sealed record ProviderPerson(
    string Issuer,
    string Subject,
    string? Email,
    bool IsVerified,
    Role? Role,
    PartyId? Party
)
{
    /// <summary>The actor of what a sign-in by the provider changes, and who invited such an account.</summary>
    public const string Actor = "provider";
}

/// <summary>Where a sign-in by the identity provider leads.</summary>
/// <param name="Standing">Of the account that it opens; null: refused, without a reason.</param>
/// <param name="NeedsCode">Whether a code of the account's own second factor must come first.</param>
[GenerateSerializer, Immutable]
public sealed record ProviderEntry(SessionStanding? Standing, bool NeedsCode = false)
{
    public static ProviderEntry Refused { get; } = new((SessionStanding?)null);
}
