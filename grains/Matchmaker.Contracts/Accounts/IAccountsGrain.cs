using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Accounts;

/// <summary>All accounts: their list, and the rules that concern several of them. Key: 0.</summary>
[Alias("accounts")]
public interface IAccountsGrain : IGrainWithIntegerKey
{
    /// <summary>In the ordinal order of addresses; empty for all but admins.</summary>
    [Alias("list"), Repeatable]
    Task<Page<Account>> List(Caller caller, ListQuery query, CancellationToken cancellation = default);

    /// <summary>
    /// As <see cref="IRecordGrain{T}.Put"/>. A change ends the account's sessions and live connections.
    /// </summary>
    /// <exception cref="ConflictException">It would leave no admin.</exception>
    /// <param name="along">What else is committed with the change, such as letters.</param>
    [Alias("put"), ResponseTimeout(Patience.Once)]
    Task<Saved<Account>> Put(
        Caller caller,
        string email,
        Account body,
        long? expected,
        ImmutableArray<RecordWrite> along
    );

    /// <summary>As <see cref="IRecordGrain{T}.Delete"/>.</summary>
    /// <exception cref="ConflictException">It would leave no admin.</exception>
    [Alias("delete"), ResponseTimeout(Patience.Once)]
    Task Delete(Caller caller, string email, long expected);

    /// <summary>
    /// Whether the party has an account; without a party, whether the address has one that the caller may know of.
    /// </summary>
    [Alias("has-accounts"), Repeatable]
    Task<bool> HasAccounts(Caller caller, PartyId? party, string email);

    /// <summary>Whether an admin exists who may sign in.</summary>
    /// <param name="samples">Whether sample accounts may sign in.</param>
    [Alias("has-admin"), Repeatable]
    Task<bool> HasAdmin(bool samples);

    /// <summary>Whether the address is the only admin who may sign in.</summary>
    /// <param name="samples">Whether sample accounts may sign in.</param>
    [Alias("is-last-admin"), Repeatable]
    Task<bool> IsLastAdmin(string email, bool samples);

    /// <summary>Keeps an invitation; called by the grain of people, which mails its token.</summary>
    /// <param name="tokenHash">SHA-256 of the token, hexadecimal.</param>
    /// <returns>When the invitation ends.</returns>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    /// <exception cref="InvalidException">
    /// A value breaks a rule, or the party is none that the caller may see.
    /// </exception>
    /// <exception cref="ConflictException">
    /// An admin invites an address that has an account of another role or party, as far as the admin may know.
    /// </exception>
    [Alias("invite"), ResponseTimeout(Patience.Once)]
    Task<DateTimeOffset> Invite(Caller caller, Invitation invitation, string tokenHash);

    /// <summary>Invites the first admin and revokes earlier such invitations.</summary>
    [Alias("invite-first-admin"), ResponseTimeout(Patience.Once)]
    Task<DateTimeOffset> InviteFirstAdmin(string tokenHash);

    /// <summary>Spends an invitation.</summary>
    /// <param name="email">
    /// For the first admin, whose invitation names no address: null is admin@localhost. Else null or the same.
    /// </param>
    /// <exception cref="InvalidException">The invitation is unknown, spent or over.</exception>
    /// <param name="language">Of the letters of an account that is created; null: all.</param>
    /// <param name="along">What else is committed where an account is created, such as letters.</param>
    [Alias("accept"), ResponseTimeout(Patience.Once)]
    Task<SessionStanding> Accept(
        string tokenHash,
        string? email,
        string passwordHash,
        string? language,
        ImmutableArray<RecordWrite> along
    );

    /// <summary>
    /// Lets a person of the identity provider in. The first time, the account is the one of their verified address: a
    /// new one, or one that has this very role and party. From then on it is known by issuer and subject, and gets the
    /// role and party that the provider says.
    /// </summary>
    /// <param name="email">The account that is known by issuer and subject, else the person's address.</param>
    /// <param name="hasFactor">Whether a second factor was shown, here or to the provider.</param>
    /// <param name="along">What else is committed where the account is created or changes party.</param>
    [Alias("enter"), ResponseTimeout(Patience.Once)]
    Task<ProviderEntry> Enter(string email, ProviderPerson person, bool hasFactor, ImmutableArray<RecordWrite> along);
}

/// <summary>An invitation to an account.</summary>
/// <param name="Enterprise">The enterprise's id, for the role enterprise; else null.</param>
/// <param name="Firm">The firm's id, for the role firm; else null.</param>
/// <param name="Owner">The owner's id, for the role owner; else null.</param>
[GenerateSerializer, Immutable]
public sealed record Invitation(
    string Email,
    Role Role,
    string? Enterprise = null,
    string? Firm = null,
    string? Owner = null
)
{
    /// <summary>The one party that the account will belong to; null: none.</summary>
    [JsonIgnore]
    public PartyId? Party => PartyId.Of(Enterprise, Firm, Owner);
}
