using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.People;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Accounts.Credentials;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;
using Orleans.Concurrency;

namespace Matchmaker.Grains.People;

/// <summary>Keeps nothing: accounts, letters and introductions do.</summary>
[StatelessWorker]
internal sealed partial class PeopleGrain(Database database, TimeProvider time, LinkSecret links) : Grain, IPeopleGrain
{
    private readonly AccountRepository _accounts = new(database);
    private readonly InvitationRepository _invitations = new(database);
    private readonly ResetRepository _resets = new(database);
    private readonly PasskeyRepository _passkeys = new(database);
    private readonly IntroductionSources _introductions = new(database);

    public async Task<DateTimeOffset> Invite(Caller caller, Invitation invitation)
    {
        var letter = PeopleLetters.Invitation(invitation, time.GetUtcNow());
        var hash = TokenHash.Of(await links.Invitation(letter.Id));
        var expires = await GrainFactory.Accounts().Invite(caller, invitation, hash);
        await GrainFactory.Commit([Letters.Write(letter, await _accounts.VisibilityOf(invitation.Party), null)]);
        await GrainFactory.Outbox().Wake();
        return expires;
    }

    public async Task<SessionStanding> Accept(string tokenHash, string? email, string passwordHash, string? language)
    {
        var invitation = await _invitations.FindOpen(tokenHash, Instants.Text(time.GetUtcNow()));
        var letters = await Added(
            invitation?.Email,
            PartyId.Of(invitation?.Enterprise, invitation?.Firm, invitation?.Owner),
            invitation?.InvitedBy
        );
        var standing = await GrainFactory.Accounts().Accept(tokenHash, email, passwordHash, language, letters);
        await Wake(letters);
        return standing;
    }

    public async Task<Saved<Account>> Put(Caller caller, string email, Account body, long? expected)
    {
        var isNew = (await _accounts.FindAccount(email))?.Party != body.Party;
        var letters = isNew ? await Added(email, body.Party, caller.Email) : [];
        var saved = await GrainFactory.Accounts().Put(caller, email, body, expected, letters);
        await Wake(letters);
        return saved;
    }

    public async Task<ImmutableArray<PartyAccount>> List(Caller caller, CancellationToken cancellation)
    {
        if (caller.Party is { } party)
            return [.. (await _accounts.ListOf(party)).Select(View)];
        if (!caller.IsOffice)
            return [];
        return
        [
            .. (await _accounts.List(null, null, int.MaxValue, caller.Email))
                .Where(account => account.Party is not null && VouchRules.VoucherOf(account, []) is null)
                .Select(View),
        ];
    }

    public async Task<PartyAccount> Vouch(Caller caller, string email)
    {
        var account = await Authorize(caller, email);
        var role = caller.IsOffice ? VoucherRole.Office : VoucherRole.Party;
        var vouched = await GrainFactory.Account(account.Id).AddVouch(new(caller.Email!, role, time.GetUtcNow()));
        await _introductions.RecountConsents(GrainFactory, vouched.Party!.Value);
        return View(vouched);
    }

    public async Task<PartyAccount> RaiseObjection(Caller caller, string email)
    {
        var account = await Authorize(caller, email);
        if (caller.IsOffice)
            throw new ForbiddenException();
        var objection = new Objection(caller.Email!, time.GetUtcNow());
        var letters = Writes(PeopleLetters.Objected(account, objection), await _accounts.VisibilityOf(account.Party));
        var objected = await GrainFactory.Account(account.Id).RaiseObjection(objection, letters);
        await _introductions.RecountConsents(GrainFactory, objected.Party!.Value);
        await Wake(letters);
        return View(objected);
    }

    public async Task SendReset(string email, string language, bool byProvider)
    {
        if (await _accounts.FindAccount(email) is not { } account)
            return;
        if (byProvider && await GrainFactory.Account(account.Id).Standing() is { IsProvided: true })
            return;
        var letter = PeopleLetters.Reset(account.Id, language, time.GetUtcNow());
        if (await GrainFactory.Account(account.Id).KeepReset(TokenHash.Of(await links.Reset(letter.Id))))
            await Send(account, letter);
    }

    public async Task<string> Reset(Caller caller, string tokenHash, string passwordHash)
    {
        var email =
            await _resets.FindAddress(tokenHash, Instants.Text(time.GetUtcNow()))
            ?? throw new InvalidException(new FieldError("token", "resetClosed"));
        if (caller.Email is { } signedIn && signedIn != email)
            throw new ConflictException(new("", "signOutFirst"));
        await GrainFactory.Account(email).Reset(tokenHash, passwordHash);
        await TellOfChange(email);
        return email;
    }

    public async Task TellOfChange(string email)
    {
        if (await _accounts.FindAccount(email) is { } account)
            await Send(account, PeopleLetters.Changed(account.Id, time.GetUtcNow()));
    }

    public async Task TellOfFactor(string email)
    {
        if (await _accounts.FindAccount(email) is { } account)
            await Send(account, PeopleLetters.FactorRemoved(account.Id, time.GetUtcNow()));
    }

    public Task<string?> FindPasskey(string passkey) => _passkeys.FindAddress(passkey);

    public async Task TellOfPasskey(string email, string name)
    {
        if (await _accounts.FindAccount(email) is { } account)
            await Send(account, PeopleLetters.PasskeyAdded(account.Id, name, time.GetUtcNow()));
    }

    public async Task TellOfGuesses(string email)
    {
        if (await _accounts.FindAccount(email) is { } account)
            await Send(account, PeopleLetters.Guessed(account.Id, time.GetUtcNow()));
    }

    private async Task Send(Account account, Letter letter)
    {
        await GrainFactory.Commit([Letters.Write(letter, await _accounts.VisibilityOf(account.Party), null)]);
        await GrainFactory.Outbox().Wake();
    }

    /// <summary>The account, where the caller's word about it can count.</summary>
    private async Task<Account> Authorize(Caller caller, string email)
    {
        var account = await _accounts.FindAccount(email);
        if (
            account?.Party is null
            || !(
                caller.Party == account.Party || Access.IsOfficeFor(caller, await _accounts.VisibilityOf(account.Party))
            )
        )
            throw new NotFoundException();
        return VouchRules.RefusalOf(caller, account, await _accounts.FindAccount(caller.Email!)) is { } reason
            ? throw new ForbiddenException(new FieldError("", reason))
            : account;
    }

    private async Task<ImmutableArray<RecordWrite>> Added(string? email, PartyId? of, string? inviter) =>
        email is null || of is not { } party
            ? []
            : Writes(
                PeopleLetters.Added(Email.Normal(email), inviter, await _accounts.ListOf(party), time.GetUtcNow()),
                await _accounts.VisibilityOf(party)
            );

    private async Task Wake(ImmutableArray<RecordWrite> letters)
    {
        if (!letters.IsEmpty)
            await GrainFactory.Outbox().Wake();
    }

    private static ImmutableArray<RecordWrite> Writes(IEnumerable<Letter> letters, Visibility visibility) =>
        [.. letters.Select(letter => Letters.Write(letter, visibility, null))];

    private static PartyAccount View(Account account) =>
        new(
            account.Id,
            account.Name,
            $"{account.Party}",
            account.InvitedBy,
            VouchRules.VoucherOf(account, []),
            account.Objection
        );
}
