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

    /// <summary>What the account is at this moment, for whoever checks a session; null: there is none. Asked at every request.</summary>
    [Alias("standing"), AlwaysInterleave, Repeatable]
    Task<SessionStanding?> Standing();

    /// <summary>What a password is checked against; null: there is no account, or it has no password yet.</summary>
    [Alias("credential"), AlwaysInterleave, Repeatable]
    Task<Credential?> Credential();

    /// <summary>Counts one failed sign-in; at <paramref name="most"/> in a row the account is locked for that long, and the count starts anew.</summary>
    [Alias("failed")]
    Task Failed(int most, TimeSpan locked);

    /// <summary>Ends the count of failed sign-ins.</summary>
    /// <returns>False: the account was locked meanwhile, so that the sign-in must not succeed.</returns>
    [Alias("succeeded")]
    Task<bool> Succeeded();

    /// <summary>Sets the password, and ends sessions and live connections unless it is only hashed anew.</summary>
    /// <param name="rehash">The same password in a newer form: the sessions stay.</param>
    [Alias("set-password")]
    Task SetPassword(string hash, bool rehash = false);

    /// <summary>Keeps the same password in a newer form; sessions stay.</summary>
    /// <param name="stamp">The session stamp that went with the password: where it is another one by now, so is the password, and nothing is done.</param>
    [Alias("rehash")]
    Task Rehash(string hash, string stamp);

    /// <summary>Makes the account as an invitation says, or sets the password of the one that is so already.</summary>
    /// <exception cref="ConflictException">The account exists with another role or party, or <paramref name="mayReset"/> is false.</exception>
    [Alias("admit")]
    Task<SessionStanding> Admit(string actor, Account account, string passwordHash, bool mayReset);

    /// <summary>As <see cref="IRecordGrain{T}.Put"/>; called by <see cref="IAccountsGrain"/> alone, which guards the last admin.</summary>
    [Alias("put")]
    Task<Saved<Account>> Put(Caller caller, Account body, long? expected);

    /// <summary>As <see cref="IRecordGrain{T}.Delete"/>; called by <see cref="IAccountsGrain"/> alone, which guards the last admin.</summary>
    [Alias("delete")]
    Task Delete(Caller caller, long expected);
}

/// <summary>What an account is at a moment.</summary>
/// <param name="Stamp">Changes whenever its sessions must end.</param>
/// <param name="Sample">Whether it is let in only where the server runs with sample data.</param>
[GenerateSerializer, Immutable]
public sealed record SessionStanding(string Email, Role Role, string? Party, string Stamp, bool Sample)
{
    public Caller Caller => new(Email, Role, Party);
}

/// <summary>What a password is checked against.</summary>
/// <param name="LockedUntil">After too many failures; null or past: not locked.</param>
[GenerateSerializer, Immutable]
public sealed record Credential(string PasswordHash, string Stamp, int Failures, DateTimeOffset? LockedUntil);
