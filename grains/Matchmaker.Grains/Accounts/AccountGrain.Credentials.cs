using System.Collections.Immutable;
using System.Security.Cryptography;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts.Credentials;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Accounts;

/// <summary>Passwords, sessions and the brake of whoever guesses.</summary>
internal sealed partial class AccountGrain
{
    private static readonly TimeSpan ResetTime = TimeSpan.FromHours(1);

    // Whoever asks in a stranger's name fills no mailbox. The owner has the letter that went out before.
    private static readonly TimeSpan ResetStep = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestReset = TimeSpan.FromMinutes(15);

    private readonly SignInBrake _resetBrake = new(time);
    private readonly ResetRepository _resets = new(database);
    private readonly SessionRepository _sessionRows = new(database);
    private SignInBrake _brake = new(time);
    private SessionBook _sessions = new([]);
    private long? _resetSentAt;

    public Task<Credential?> Credential() =>
        Task.FromResult(
            _account is not null && _credential is { PasswordHash: { } hash } kept
                ? new Credential(hash, kept.Stamp)
                : null
        );

    public Task<SignInTurn> BeginSignIn(string source, TimeSpan longest)
    {
        var wait = _brake.Begin(source, longest);
        var tells = wait > TimeSpan.Zero && _brake.ShouldTell(source);
        return Task.FromResult(new SignInTurn(wait, tells && _account is not null));
    }

    public Task SucceedSignIn(string source)
    {
        _brake.Succeed(source);
        return Task.CompletedTask;
    }

    public Task SetPassword(string hash) => Renew(hash);

    public async Task ChangePassword(Caller caller, string hash, string stamp, string session)
    {
        DemandOwner(caller);
        if (_credential?.Stamp != stamp)
            throw new ConflictException(new("", "status409"));
        await Renew(hash, session);
    }

    public Task<TimeSpan> BeginReset(string source) => Task.FromResult(_resetBrake.Begin(source, LongestReset));

    public async Task<bool> KeepReset(string tokenHash)
    {
        var now = time.GetUtcNow();
        if (_account is null || (_resetSentAt is { } sent && time.GetElapsedTime(sent) < ResetStep))
            return false;
        _resetSentAt = time.GetTimestamp();
        await _resets.Add(Address, tokenHash, Instants.Text(now + ResetTime), Instants.Text(now));
        return true;
    }

    public async Task Reset(string tokenHash, string passwordHash)
    {
        if (_account is null || await _resets.FindAddress(tokenHash, Instants.Text(time.GetUtcNow())) != Address)
            throw new InvalidException(new FieldError("token", "resetClosed"));
        await Renew(passwordHash); // which ends this link and all others
        _brake = new(time); // who forgot the password has guessed before
    }

    public async Task Rehash(string hash, string stamp)
    {
        if (_credential is { } kept && kept.Stamp == stamp)
            await Save(kept with { PasswordHash = hash }, []);
    }

    public Task<SessionStanding?> Check(string session)
    {
        var now = time.GetUtcNow();
        if (_account is not { } account || !_sessions.Holds(session, now))
            return Task.FromResult<SessionStanding?>(null);
        if (_sessions.See(session, now))
            _sessionRows.SetSeen(session, now).Ignore(); // no request waits for it, and a lost one costs five minutes
        return Task.FromResult<SessionStanding?>(StandingOf(account));
    }

    public async Task<string?> OpenSession(NewSession session)
    {
        if (_account is not { } account || StandingOf(account).Stamp != session.Stamp)
            return null;
        var now = time.GetUtcNow();
        var opened = new Session(RecordIds.New(), now, now, session.Device, session.IsToken);
        var ended = _sessions.Add(opened);
        await Stored(_sessionRows.Add(Address, opened, ended));
        await EndAccess(ended);
        return opened.Id;
    }

    public Task<ImmutableArray<Session>> Sessions(Caller caller, CancellationToken cancellation)
    {
        DemandOwner(caller);
        return Task.FromResult<ImmutableArray<Session>>([.. _sessions.List(time.GetUtcNow())]);
    }

    public async Task EndSession(Caller caller, string id)
    {
        DemandOwner(caller);
        if (!_sessions.Holds(id, time.GetUtcNow()))
            throw new NotFoundException();
        await End([id]);
    }

    public Task EndOtherSessions(Caller caller, string but)
    {
        DemandOwner(caller);
        return End(_sessions.AllBut(but));
    }

    private void DemandOwner(Caller caller)
    {
        if (_account is null || caller.Email != Address)
            throw new NotFoundException();
    }

    private async Task End(IReadOnlyList<string> sessions)
    {
        _sessions.Remove(sessions);
        await Stored(_sessionRows.End(Address, sessions));
        await EndAccess(sessions);
    }

    /// <summary>Gives the account this password, and ends its sessions.</summary>
    /// <param name="hash">Null: it has no password then.</param>
    /// <param name="but">The session that stays; null: none.</param>
    private async Task Renew(string? hash, string? but = null)
    {
        var ended = _sessions.AllBut(but);
        _sessions.Remove(ended);
        await Save(new() { PasswordHash = hash, Stamp = NewStamp() }, ended);
        if (but is null)
            await GrainFactory.Live().EndAccess(new(Address, null));
        else
            await EndAccess(ended);
    }

    private async Task Save(CredentialRow row, IReadOnlyList<string> ended)
    {
        await Stored(_credentials.Save(Address, row, ended));
        _credential = row;
    }

    private async Task EndAccess(IReadOnlyList<string> sessions)
    {
        if (sessions.Count > 0)
            await GrainFactory.Live().EndAccess(new(Address, null, [.. sessions]));
    }

    // The grain's memory is ahead of the store while a write is under way.
    private async Task Stored(Task write)
    {
        try
        {
            await write;
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    private static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
