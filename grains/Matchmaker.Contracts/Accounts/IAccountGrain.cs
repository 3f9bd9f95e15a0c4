using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Accounts;

/// <summary>One account with its credentials. Key: the e-mail address, <see cref="Email.Normal"/>.</summary>
[Alias("account")]
public interface IAccountGrain : IGrainWithStringKey
{
    /// <exception cref="NotFoundException">There is none, or the caller may not see it.</exception>
    [Alias("get"), AlwaysInterleave, Repeatable]
    Task<Account> Get(Caller caller, CancellationToken cancellation = default);

    /// <summary>The account's present role, party and stamp; null: no account.</summary>
    [Alias("standing"), AlwaysInterleave, Repeatable]
    Task<SessionStanding?> Standing();

    /// <summary>As <see cref="Standing"/>, for a request of a session; null: the session has ended.</summary>
    [Alias("check"), AlwaysInterleave, Repeatable]
    Task<SessionStanding?> Check(string session);

    /// <summary>Begins a session.</summary>
    /// <returns>Its id; null: the account is gone, or its password has changed meanwhile.</returns>
    [Alias("open-session"), ResponseTimeout(Patience.Once)]
    Task<string?> OpenSession(NewSession session);

    /// <summary>The account's sessions, the last used first.</summary>
    /// <exception cref="NotFoundException">The caller is not the account itself.</exception>
    [Alias("sessions"), Repeatable]
    Task<ImmutableArray<Session>> Sessions(Caller caller, CancellationToken cancellation = default);

    /// <summary>Ends one session and its live connections.</summary>
    /// <exception cref="NotFoundException">
    /// The account has no such session, or the caller is not the account itself.
    /// </exception>
    [Alias("end-session"), ResponseTimeout(Patience.Once)]
    Task EndSession(Caller caller, string id);

    /// <summary>Ends all sessions but one, and their live connections.</summary>
    /// <param name="but">The id of the one that stays.</param>
    /// <exception cref="NotFoundException">The caller is not the account itself.</exception>
    [Alias("end-other-sessions"), Repeatable]
    Task EndOtherSessions(Caller caller, string but);

    /// <summary>The stored password; null: no account, or no password yet.</summary>
    [Alias("credential"), AlwaysInterleave, Repeatable]
    Task<Credential?> Credential();

    /// <summary>
    /// Begins an attempt to sign in, which counts as failed until it succeeds. An address without an account is counted
    /// like any other, so that nothing tells them apart.
    /// </summary>
    /// <param name="source">Where it comes from: a device that signed in before, or a network address.</param>
    /// <param name="longest">No source waits longer.</param>
    [Alias("begin-sign-in"), AlwaysInterleave, ResponseTimeout(Patience.Once)]
    Task<SignInTurn> BeginSignIn(string source, TimeSpan longest);

    /// <summary>The attempt had the right password: the source's count ends.</summary>
    [Alias("succeed-sign-in"), AlwaysInterleave, ResponseTimeout(Patience.Once)]
    Task SucceedSignIn(string source);

    /// <summary>Sets the password, and ends all sessions and live connections.</summary>
    [Alias("set-password"), ResponseTimeout(Patience.Once)]
    Task SetPassword(string hash);

    /// <summary>The owner sets another password: all other sessions end.</summary>
    /// <param name="stamp">Of the account when the old password was checked.</param>
    /// <param name="session">The session that stays.</param>
    /// <exception cref="NotFoundException">The caller is not the account itself.</exception>
    /// <exception cref="ConflictException">The password has changed meanwhile.</exception>
    [Alias("change-password"), ResponseTimeout(Patience.Once)]
    Task ChangePassword(Caller caller, string hash, string stamp, string session);

    /// <summary>
    /// Counts a wish for a link that sets the password anew, as <see cref="BeginSignIn"/> does, whether or not there is
    /// an account.
    /// </summary>
    /// <returns>Zero: it may go on. Else how long the source must wait.</returns>
    [Alias("begin-reset"), AlwaysInterleave, ResponseTimeout(Patience.Once)]
    Task<TimeSpan> BeginReset(string source);

    /// <summary>Keeps the hash of such a link's token, for an hour. Earlier links stay valid.</summary>
    /// <returns>False: there is no account, or its owner was sent one in the last five minutes.</returns>
    [Alias("keep-reset"), ResponseTimeout(Patience.Once)]
    Task<bool> KeepReset(string tokenHash);

    /// <summary>Spends such a link: sets the password, and ends all sessions and other links.</summary>
    /// <exception cref="InvalidException">The link is unknown, spent or over.</exception>
    [Alias("reset"), ResponseTimeout(Patience.Once)]
    Task Reset(string tokenHash, string passwordHash);

    /// <summary>Keeps the same password in a newer form; sessions stay.</summary>
    /// <param name="stamp">
    /// The session stamp of the password; if it has changed, so has the password, and nothing is written.
    /// </param>
    [Alias("rehash"), ResponseTimeout(Patience.Once)]
    Task Rehash(string hash, string stamp);

    /// <summary>Creates the account of an invitation, or sets the password of an equal account.</summary>
    /// <exception cref="ConflictException">
    /// The account exists with another role or party, or <paramref name="mayReset"/> is false.
    /// </exception>
    /// <param name="along">What else is committed where the account is created, such as letters.</param>
    [Alias("admit"), ResponseTimeout(Patience.Once)]
    Task<SessionStanding> Admit(
        string actor,
        Account account,
        string passwordHash,
        bool mayReset,
        ImmutableArray<RecordWrite> along
    );

    /// <summary>
    /// As <see cref="IRecordGrain{T}.Put"/>; called by <see cref="IAccountsGrain"/> alone, which guards the last admin.
    /// </summary>
    /// <param name="along">What else is committed with the change, such as letters.</param>
    [Alias("put"), ResponseTimeout(Patience.Once)]
    Task<Saved<Account>> Put(Caller caller, Account body, long? expected, ImmutableArray<RecordWrite> along);

    /// <summary>
    /// Lets a person of the identity provider in, and makes the account what the provider says of them. Called by
    /// <see cref="IAccountsGrain"/> alone, which guards the last admin.
    /// </summary>
    /// <inheritdoc cref="IAccountsGrain.Enter"/>
    [Alias("enter"), ResponseTimeout(Patience.Once)]
    Task<ProviderEntry> Enter(ProviderPerson person, bool hasFactor, ImmutableArray<RecordWrite> along);

    /// <summary>
    /// The identity provider no longer gives this person a role that the account can have: all sessions end. Nothing
    /// happens where the account is not known to be theirs.
    /// </summary>
    [Alias("shut"), ResponseTimeout(Patience.Once)]
    Task Shut(ProviderPerson person);

    /// <summary>The second factor; null: there is none.</summary>
    [Alias("factor"), AlwaysInterleave, Repeatable]
    Task<SecondFactor?> Factor();

    /// <summary>As <see cref="BeginSignIn"/>, for a code after a right password.</summary>
    [Alias("begin-code"), AlwaysInterleave, ResponseTimeout(Patience.Once)]
    Task<SignInTurn> BeginCode(string source, TimeSpan longest);

    /// <summary>Takes a code of the app, and ends the count of its source.</summary>
    /// <returns>False: a code of this or a later step was taken before.</returns>
    [Alias("take-step"), ResponseTimeout(Patience.Once)]
    Task<bool> TakeStep(long step, string source);

    /// <summary>Spends a recovery code, and ends the count of its source.</summary>
    /// <returns>False: there is no such code left.</returns>
    [Alias("take-recovery"), ResponseTimeout(Patience.Once)]
    Task<bool> TakeRecovery(string codeHash, string source);

    /// <summary>Keeps the secret of a second factor that is not on yet.</summary>
    /// <exception cref="NotFoundException">The caller is not the account itself.</exception>
    /// <exception cref="ConflictException">A second factor is on.</exception>
    [Alias("offer-factor"), ResponseTimeout(Patience.Once)]
    Task OfferFactor(Caller caller, string sealedSecret);

    /// <summary>Puts the second factor on. All other sessions end: they began without it.</summary>
    /// <param name="step">Of the code that its owner entered.</param>
    /// <param name="session">The session that stays.</param>
    /// <exception cref="NotFoundException">The caller is not the account itself.</exception>
    /// <exception cref="ConflictException">None is offered, or one is on.</exception>
    [Alias("confirm-factor"), ResponseTimeout(Patience.Once)]
    Task ConfirmFactor(Caller caller, long step, ImmutableArray<string> recoveryHashes, string session);

    /// <summary>Replaces the recovery codes.</summary>
    /// <exception cref="NotFoundException">The caller is not the account itself.</exception>
    /// <exception cref="ConflictException">No second factor is on.</exception>
    [Alias("renew-recovery"), ResponseTimeout(Patience.Once)]
    Task RenewRecovery(Caller caller, ImmutableArray<string> recoveryHashes);

    /// <summary>The passkeys, the oldest first.</summary>
    [Alias("passkeys"), AlwaysInterleave, Repeatable]
    Task<ImmutableArray<Passkey>> Passkeys();

    /// <exception cref="NotFoundException">The caller is not the account itself.</exception>
    /// <exception cref="ConflictException">There are too many, or an account has this one.</exception>
    [Alias("add-passkey"), ResponseTimeout(Patience.Once)]
    Task AddPasskey(Caller caller, Passkey passkey);

    /// <summary>Notes that a passkey signed in.</summary>
    /// <returns>False: the account has it no longer.</returns>
    [Alias("use-passkey"), ResponseTimeout(Patience.Once)]
    Task<bool> UsePasskey(string id, long signCount, bool hasMoved);

    /// <exception cref="NotFoundException">There is none, or the caller is not the account itself.</exception>
    [Alias("remove-passkey"), ResponseTimeout(Patience.Once)]
    Task RemovePasskey(Caller caller, string id);

    /// <summary>
    /// Takes the second factor away; an admin's doing so takes the passkeys too, and ends all sessions.
    /// </summary>
    /// <returns>False: none was on, and nothing changed.</returns>
    /// <exception cref="NotFoundException">
    /// The caller is neither the account itself nor an admin who may see it.
    /// </exception>
    [Alias("remove-factor"), ResponseTimeout(Patience.Once)]
    Task<bool> RemoveFactor(Caller caller);

    /// <summary>What the owner settled.</summary>
    /// <exception cref="NotFoundException">The caller is not the account itself.</exception>
    [Alias("settings"), AlwaysInterleave, Repeatable]
    Task<AccountSettings> Settings(Caller caller, CancellationToken cancellation = default);

    /// <summary>As <see cref="IRecordGrain{T}.Put"/>, by the owner; sessions stay.</summary>
    /// <exception cref="NotFoundException">The caller is not the account itself.</exception>
    [Alias("settle"), ResponseTimeout(Patience.Once)]
    Task<AccountSettings> Settle(Caller caller, AccountSettings settings, long? expected);

    /// <summary>Adds somebody's word that the mailbox belongs to its party; a repeated word changes nothing.</summary>
    /// <exception cref="NotFoundException">There is no account.</exception>
    [Alias("add-vouch"), ResponseTimeout(Patience.Once)]
    Task<Account> AddVouch(Vouch vouch);

    /// <summary>Records that one of the party's people does not know the account.</summary>
    /// <param name="along">What else is committed with it, such as letters.</param>
    /// <exception cref="NotFoundException">There is no account.</exception>
    [Alias("object"), ResponseTimeout(Patience.Once)]
    Task<Account> RaiseObjection(Objection objection, ImmutableArray<RecordWrite> along);

    /// <summary>
    /// As <see cref="IRecordGrain{T}.Delete"/>; called by <see cref="IAccountsGrain"/> alone, which guards the last
    /// admin.
    /// </summary>
    [Alias("delete"), ResponseTimeout(Patience.Once)]
    Task Delete(Caller caller, long expected);
}

/// <summary>The present state of an account.</summary>
/// <param name="Stamp">Changes whenever all its sessions must end.</param>
/// <param name="Sample">Whether it may sign in only when the server runs with sample data.</param>
/// <param name="HasFactor">Whether a second factor is on.</param>
/// <param name="IsProvided">Whether its owner signs in by an identity provider.</param>
/// <param name="HasPasskeys">Whether it has a passkey.</param>
[GenerateSerializer, Immutable]
public sealed record SessionStanding(
    string Email,
    Role Role,
    PartyId? Party,
    string Stamp,
    bool Sample,
    bool HasFactor = false,
    bool IsProvided = false,
    bool HasPasskeys = false
)
{
    public Caller Caller => new(Email, Role, Party);
}

/// <summary>The stored password.</summary>
[GenerateSerializer, Immutable]
public sealed record Credential(string PasswordHash, string Stamp);

/// <summary>Whether an attempt to sign in may go on.</summary>
/// <param name="Wait">Zero: it may. Else how long its source must wait; the attempt is not counted.</param>
/// <param name="TellOwner">Whether the owner should now hear that somebody guesses.</param>
[GenerateSerializer, Immutable]
public sealed record SignInTurn(TimeSpan Wait, bool TellOwner);
