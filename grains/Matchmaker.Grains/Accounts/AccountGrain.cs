using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts.Credentials;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Accounts;

/// <summary>The only writer of one account, of its credentials and of its sessions.</summary>
internal sealed partial class AccountGrain(Database database, TimeProvider time) : Grain, IAccountGrain
{
    private readonly AccountRepository _repository = new(database);
    private readonly CredentialRepository _credentials = new(database);
    private Account? _account;
    private long _version;
    private CredentialRow? _credential;

    private string Address => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => StoreExceptionFilter.Translate(Load);

    private async Task Load()
    {
        var row = await _repository.Find(Address);
        _version = row?.Version ?? 0;
        _account = row?.Body is { } body ? AccountJson.Read(Address, _version, body) : null;
        _credential = await _credentials.Find(Address);
        _factor = await _factors.Find(Address);
        _subjects = await _subjectRows.ListOf(Address);
        _passkeys = await _passkeyRows.ListOf(Address);
        _sessions = new(await _sessionRows.ListOf(Address));
    }

    public async Task<Account> Get(Caller caller, CancellationToken cancellation) =>
        _account is { } account && Access.MaySee(caller, await _repository.VisibilityOf(account.Party))
            ? account
            : throw new NotFoundException();

    public Task<SessionStanding?> Standing() => Task.FromResult(_account is { } account ? StandingOf(account) : null);

    public async Task<SessionStanding> Admit(
        string actor,
        Account account,
        string passwordHash,
        bool mayReset,
        ImmutableArray<RecordWrite> along
    )
    {
        if (
            !_subjects.IsEmpty
            || _account is { } known && (!mayReset || known.Role != account.Role || known.Party != account.Party)
        )
            throw new ConflictException(new("", "accountExists"));
        if (_account is null)
            await Write(actor, account with { Id = Address, InvitedBy = actor }, along);
        await Renew(passwordHash);
        return StandingOf(_account!);
    }

    public async Task<Saved<Account>> Put(
        Caller caller,
        Account body,
        long? expected,
        ImmutableArray<RecordWrite> along
    )
    {
        var created = _account is null;
        if (expected is { } version && (_account is null || version != _account.Version))
            throw _account is null ? new NotFoundException() : new VersionException();
        if (expected is null && !created)
            throw new VersionException();
        if (AccountRules.Check(Address, body.Role, body.Enterprise, body.Firm, body.Owner) is { IsEmpty: false } errors)
            throw new InvalidException(errors);

        var isSameParty = _account?.Party == body.Party;
        var next = body with
        {
            Id = Address,
            Version = _version,
            Sample = _account?.Sample ?? body.Sample,
            // Whoever gives the account a party vouched for nobody: words about another party do not carry over.
            InvitedBy = _account is null || !isSameParty ? caller.Email : _account.InvitedBy,
            Vouches = isSameParty ? _account?.Vouches : null,
            Objection = isSameParty ? _account?.Objection : null,
            Name = _account?.Name,
            Language = _account?.Language,
            NoDigests = _account?.NoDigests ?? false,
            NoProgrammes = _account?.NoProgrammes ?? false,
        };
        if (next == _account)
            return new(_account, Created: false);
        await Write(caller.Email!, next, along);
        await Renew(_credential?.PasswordHash); // a session must not outlive the rights that it was given
        return new(_account!, created);
    }

    public async Task Delete(Caller caller, long expected)
    {
        if (_account is null)
            throw new NotFoundException();
        if (_account.Version != expected)
            throw new VersionException();
        await Write(caller.Email!, null, []);
        await Keep(null);
        await Forget();
        await Drop(_passkeys);
        await Renew(null); // a later account of the address must not inherit the password
    }

    public Task<AccountSettings> Settings(Caller caller, CancellationToken cancellation)
    {
        DemandOwner(caller);
        return Task.FromResult(AccountSettings.Of(_account!));
    }

    public async Task<AccountSettings> Settle(Caller caller, AccountSettings settings, long? expected)
    {
        DemandOwner(caller);
        if (expected != _account!.Version)
            throw new VersionException();
        if (AccountRules.Check(settings) is { IsEmpty: false } errors)
            throw new InvalidException(errors);
        var next = _account with
        {
            Name = string.IsNullOrWhiteSpace(settings.Name) ? null : settings.Name.Trim(),
            Language = settings.Language,
            NoDigests = !settings.Digests,
            NoProgrammes = !settings.Programmes,
        };
        if (next != _account)
            await Write(caller.Email!, next, []);
        return AccountSettings.Of(_account!);
    }

    public async Task<Account> AddVouch(Vouch vouch)
    {
        var account = _account ?? throw new NotFoundException();
        var isKnown = (account.Vouches ?? []).Any(known =>
            known.By == vouch.By && (account.Objection is not { } objection || known.At > objection.At)
        );
        if (!isKnown)
            await Write(vouch.By, account with { Vouches = (account.Vouches ?? []).Add(vouch) }, []);
        return _account!;
    }

    public async Task<Account> RaiseObjection(Objection objection, ImmutableArray<RecordWrite> along)
    {
        var account = _account ?? throw new NotFoundException();
        if (account.Objection?.By != objection.By)
            await Write(objection.By, account with { Objection = objection }, along);
        return _account!;
    }

    private async Task Write(string actor, Account? account, ImmutableArray<RecordWrite> along)
    {
        var (expected, visibility) = (
            _account is null ? 0 : _version,
            await _repository.VisibilityOf((account ?? _account)?.Party)
        );
        try
        {
            await GrainFactory.Commit([
                account is null
                    ? new RecordWrite.Delete(RecordKind.Account, Address, expected, actor, visibility)
                    : new RecordWrite.Put(
                        RecordKind.Account,
                        Address,
                        expected,
                        actor,
                        AccountJson.Write(account),
                        visibility,
                        $"{Address} {account.Role.ToString().ToLowerInvariant()} {account.Party}".ToLowerInvariant()
                    ),
                .. along,
            ]);
        }
        catch
        {
            DeactivateOnIdle(); // the state of the store is unknown now
            throw;
        }

        _version++;
        _account = account is null ? null : account with { Version = _version };
    }

    private SessionStanding StandingOf(Account account) =>
        new(
            account.Id,
            account.Role,
            account.Party,
            _credential?.Stamp ?? "",
            account.Sample,
            _factor is { IsOn: true },
            !_subjects.IsEmpty,
            !_passkeys.IsEmpty
        );
}
