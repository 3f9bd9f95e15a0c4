using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.People;

/// <summary>
/// Who may answer for a party: how its people come in, and whose word makes their consents count (introductions.md).
/// Key: 0.
/// </summary>
[Alias("people")]
public interface IPeopleGrain : IGrainWithIntegerKey
{
    /// <summary>Invites somebody by a letter, whose link reaches that mailbox alone.</summary>
    /// <returns>When the invitation ends.</returns>
    /// <inheritdoc cref="IAccountsGrain.Invite" path="/exception"/>
    [Alias("invite"), ResponseTimeout(Patience.Once)]
    Task<DateTimeOffset> Invite(Caller caller, Invitation invitation);

    /// <summary>
    /// As <see cref="IAccountsGrain.Accept"/>; the party's other people are told of a new account.
    /// </summary>
    /// <param name="language">Of the new account's letters; null: all.</param>
    [Alias("accept"), ResponseTimeout(Patience.Once)]
    Task<SessionStanding> Accept(string tokenHash, string? email, string passwordHash, string? language = null);

    /// <summary>
    /// As <see cref="IAccountsGrain.Put"/>; the party's other people are told of an account that is new to it.
    /// </summary>
    [Alias("put"), ResponseTimeout(Patience.Once)]
    Task<Saved<Account>> Put(Caller caller, string email, Account body, long? expected);

    /// <summary>
    /// In the order of addresses: of a party's own people, all; to the office, those whose consent would not count yet.
    /// </summary>
    [Alias("list"), Repeatable]
    Task<ImmutableArray<PartyAccount>> List(Caller caller, CancellationToken cancellation = default);

    /// <summary>
    /// The caller vouches that the account's mailbox belongs to its party. Consents that wait for it count now.
    /// </summary>
    /// <exception cref="NotFoundException">There is no account of a party that the caller may know of.</exception>
    /// <exception cref="ForbiddenException">
    /// The caller invited the account, is not vouched for, or is the account itself.
    /// </exception>
    [Alias("vouch"), Repeatable]
    Task<PartyAccount> Vouch(Caller caller, string email);

    /// <summary>One of the party's vouched people says that the account does not belong to the party.</summary>
    /// <exception cref="NotFoundException">There is no account of the caller's party.</exception>
    /// <exception cref="ForbiddenException">The caller is not vouched for, or is the account itself.</exception>
    [Alias("object"), Repeatable]
    Task<PartyAccount> RaiseObjection(Caller caller, string email);

    /// <summary>
    /// Mails an account's owner a link that sets the password anew. Nothing happens where there is no account, or a
    /// link went out just now.
    /// </summary>
    /// <param name="language">In which it was asked for: <c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
    /// <param name="byProvider">
    /// Whether an identity provider is set up: who signs in there has no use for a password.
    /// </param>
    [Alias("send-reset"), ResponseTimeout(Patience.Once)]
    Task SendReset(string email, string language, bool byProvider = false);

    /// <summary>Sets a password anew by a mailed link, and tells the owner. It vouches for nobody.</summary>
    /// <exception cref="InvalidException">The link is unknown, spent or over.</exception>
    /// <exception cref="ConflictException">Somebody else than the link's account is signed in.</exception>
    /// <returns>The account's address.</returns>
    [Alias("reset"), ResponseTimeout(Patience.Once)]
    Task<string> Reset(Caller caller, string tokenHash, string passwordHash);

    /// <summary>
    /// Lets a person of the identity provider in: who is known by issuer and subject, or comes with an address that the
    /// provider vouches for. Whoever gets no role loses all sessions.
    /// </summary>
    /// <param name="hasFactor">Whether a second factor was shown, here or to the provider.</param>
    [Alias("enter"), ResponseTimeout(Patience.Once)]
    Task<ProviderEntry> Enter(ProviderPerson person, bool hasFactor);

    /// <summary>Tells an account's owner that its password was changed.</summary>
    [Alias("tell-of-change"), ResponseTimeout(Patience.Once)]
    Task TellOfChange(string email);

    /// <summary>The account that has a passkey; null: none has.</summary>
    /// <param name="passkey">Its id.</param>
    [Alias("find-passkey"), Repeatable]
    Task<string?> FindPasskey(string passkey);

    /// <summary>Tells an account's owner that a passkey was added.</summary>
    /// <param name="name">As its owner calls it.</param>
    [Alias("tell-of-passkey"), ResponseTimeout(Patience.Once)]
    Task TellOfPasskey(string email, string name);

    /// <summary>Tells an account's owner that its second factor was taken away.</summary>
    [Alias("tell-of-factor"), ResponseTimeout(Patience.Once)]
    Task TellOfFactor(string email);

    /// <summary>Tells an account's owner that somebody guesses its password.</summary>
    [Alias("tell-of-guesses"), ResponseTimeout(Patience.Once)]
    Task TellOfGuesses(string email);
}

/// <summary>One account as the people of its party, and the officers who check it, see it.</summary>
/// <param name="Name">As its owner stated it; null: not stated.</param>
/// <param name="Party">Such as <c>firms/f1</c>.</param>
/// <param name="InvitedBy">
/// An address, <c>system</c>, or <c>provider</c>, the identity provider; null: not known.
/// </param>
/// <param name="VouchedBy">Whose word makes its consent count; null: nobody's yet.</param>
/// <param name="Objection">Null: nobody objected.</param>
[GenerateSerializer, Immutable]
public sealed record PartyAccount(
    string Email,
    string? Name,
    string Party,
    string? InvitedBy,
    string? VouchedBy,
    Objection? Objection
);
