using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts.Credentials;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Accounts;

/// <summary>Does one thing at a time, so that two admins cannot demote each other at once.</summary>
internal sealed class AccountsGrain(Database database, TimeProvider time, OfficeMailboxes office)
    : Grain,
        IAccountsGrain
{
    // The first admin's address where they name none: they can invite themselves under a better one.
    private const string FirstAdmin = "admin@localhost";

    private static readonly TimeSpan Open = TimeSpan.FromDays(7);

    private readonly AccountRepository _accounts = new(database);
    private readonly InvitationRepository _invitations = new(database);

    public async Task<Page<Account>> List(Caller caller, ListQuery query, CancellationToken cancellation)
    {
        if (caller.Role != Role.Admin)
            return new([], null);
        var found = await _accounts.List(query.Text, query.After, query.Limit + 1, caller.Email);
        ImmutableArray<Account> items = [.. found.Take(query.Limit)];
        return new(items, found.Count > query.Limit ? items[^1].Id : null);
    }

    public async Task<Saved<Account>> Put(
        Caller caller,
        string email,
        Account body,
        long? expected,
        ImmutableArray<RecordWrite> along
    )
    {
        Demand(caller.Role == Role.Admin);
        if (expected is not null)
            await GrainFactory.Account(email).Get(caller); // a hidden account is not found, before anything else
        if (body.Role != Role.Admin)
            await GuardLastAdmin(email, expected);
        await CheckParty(caller, body.Role, body.Enterprise, body.Firm, body.Owner);
        return await GrainFactory.Account(email).Put(caller, body, expected, along);
    }

    public async Task Delete(Caller caller, string email, long expected)
    {
        Demand(caller.Role == Role.Admin);
        await GuardLastAdmin(email, expected);
        await GrainFactory.Account(email).Delete(caller, expected);
    }

    public async Task<bool> HasAccounts(Caller caller, PartyId? party, string email) =>
        party is { } known ? (await _accounts.ListOf(known)).Count > 0 : await Known(caller, email) is not null;

    public async Task<bool> HasAdmin(bool samples) => (await Admins()).Any(admin => samples || !admin.Sample);

    public async Task<bool> IsLastAdmin(string email, bool samples) =>
        (await Admins()).Where(admin => samples || !admin.Sample).Select(admin => admin.Id).ToList() is [var only]
        && only == email;

    public async Task<DateTimeOffset> Invite(Caller caller, Invitation invitation, string tokenHash)
    {
        Demand(caller.IsOffice);
        var email = Email.Normal(invitation.Email);
        var errors = AccountRules.Check(
            email,
            invitation.Role,
            invitation.Enterprise,
            invitation.Firm,
            invitation.Owner
        );
        if (errors.IsEmpty && !AccountRules.MayInvite(caller.Role, invitation.Role))
            errors = [new("role", "notACode", "enterprise, firm, owner")];
        if (!errors.IsEmpty)
            throw new InvalidException(errors);
        await CheckParty(caller, invitation.Role, invitation.Enterprise, invitation.Firm, invitation.Owner);
        if (caller.Role == Role.Admin)
            await CheckNoOther(caller, email, invitation);
        if (invitation.Party is not null && await office.Include(email))
            throw new InvalidException(new FieldError("email", "officersMailbox"));
        return await Add(email, invitation, caller.Email!, mayReset: caller.Role == Role.Admin, tokenHash);
    }

    public Task<DateTimeOffset> InviteFirstAdmin(string tokenHash) =>
        Add(null, new("", Role.Admin), Caller.System.Email!, mayReset: false, tokenHash);

    public async Task<SessionStanding> Accept(
        string tokenHash,
        string? email,
        string passwordHash,
        string? language,
        ImmutableArray<RecordWrite> along
    )
    {
        var invitation = await _invitations.FindOpen(tokenHash, Now());
        if (invitation is null || (invitation.Email is null && (await Admins()).Any(admin => !admin.Sample)))
            throw Closed();
        var address = invitation.Email ?? Email.Normal(email ?? FirstAdmin);
        if (!Email.IsValid(address) || (email is not null && Email.Normal(email) != address))
            throw new InvalidException(new FieldError("email", "notAnEmail"));
        // Spent first: a token lost in a crash is better than a token that works twice.
        if (!await _invitations.SetSpent(tokenHash, spent: true))
            throw Closed();
        return await Admit(invitation, address, passwordHash, language, along);
    }

    public async Task<ProviderEntry> Enter(
        string email,
        ProviderPerson person,
        bool hasFactor,
        ImmutableArray<RecordWrite> along
    )
    {
        var account = await _accounts.FindAccount(email);
        var isSame = account is not null && account.Role == person.Role && account.Party == person.Party;
        if (!isSame && !await MayBecome(email, account, person))
        {
            await GrainFactory.Account(email).Shut(person); // the rights that it had are gone all the same
            return ProviderEntry.Refused;
        }

        return await GrainFactory.Account(email).Enter(person, hasFactor, along);
    }

    private async Task<SessionStanding> Admit(
        InvitationRow invitation,
        string address,
        string passwordHash,
        string? language,
        ImmutableArray<RecordWrite> along
    )
    {
        try
        {
            var account = new Account
            {
                Id = address,
                Role = Enum.Parse<Role>(invitation.Role),
                Enterprise = invitation.Enterprise,
                Firm = invitation.Firm,
                Owner = invitation.Owner,
                Language = language,
            };
            return await GrainFactory
                .Account(address)
                .Admit(invitation.InvitedBy, account, passwordHash, invitation.MayReset == 1, along);
        }
        catch (ConflictException)
        {
            throw Closed(); // the bearer of a link must not learn whether the account exists
        }
        catch
        {
            await _invitations.SetSpent(invitation.TokenHash, spent: false);
            throw;
        }
    }

    private async Task<DateTimeOffset> Add(
        string? email,
        Invitation invitation,
        string by,
        bool mayReset,
        string tokenHash
    )
    {
        var expires = time.GetUtcNow() + Open;
        var row = new InvitationRow
        {
            TokenHash = tokenHash,
            Email = email,
            Role = invitation.Role.ToString(),
            Enterprise = invitation.Enterprise,
            Firm = invitation.Firm,
            Owner = invitation.Owner,
            InvitedBy = by,
            MayReset = mayReset ? 1 : 0,
            ExpiresAt = Instants.Text(expires),
        };
        await _invitations.Add(row, Now());
        return expires;
    }

    // An account that the caller may not know of answers as a fresh address does.
    private async Task CheckNoOther(Caller caller, string email, Invitation invitation)
    {
        if (
            await Known(caller, email) is { } known
            && (known.Role != invitation.Role || known.Party != invitation.Party)
        )
            throw new ConflictException(new("", "accountExists"));
    }

    private Task<Account?> Known(Caller caller, string email) =>
        Lookups.OrNull(() => GrainFactory.Account(email).Get(caller));

    private async Task CheckParty(Caller caller, Role role, string? enterprise, string? firm, string? owner)
    {
        try
        {
            if (role == Role.Enterprise && enterprise is not null)
                await GrainFactory.Enterprise(enterprise).Get(caller);
            else if (role == Role.Firm && firm is not null)
                await GrainFactory.Firm(firm).Get(caller);
            else if (role == Role.Owner && owner is not null)
                await GrainFactory.Owner(owner).Get(caller);
        }
        catch (NotFoundException)
        {
            throw new InvalidException(new FieldError(role.ToString().ToLowerInvariant(), "noSuchParty"));
        }
    }

    private async Task GuardLastAdmin(string email, long? expected)
    {
        var admins = await Admins();
        var concerned = admins.FirstOrDefault(admin => admin.Id == Email.Normal(email));
        var others = admins.Where(admin => admin != concerned && (!admin.Sample || concerned is { Sample: true }));
        if (concerned is not null && concerned.Version == expected && !others.Any())
            throw new ConflictException(new("", "lastAdmin"));
    }

    /// <summary>Whether an address may get the role and party that the identity provider says.</summary>
    private async Task<bool> MayBecome(string email, Account? account, ProviderPerson person)
    {
        if (person.Role is not { } role || person.Party is { } party && !await _accounts.HasParty(party))
            return false;
        if (
            !AccountRules
                .Check(email, role, IdOf(RecordKind.Enterprise), IdOf(RecordKind.Firm), IdOf(RecordKind.Owner))
                .IsEmpty
        )
            return false;
        if (person.Party is not null && await office.Include(email, except: email))
            return false;
        return account is not { Role: Role.Admin } || await HasOtherAdmin(email);

        string? IdOf(string kind) => PartyId.IdOf(person.Party, kind);
    }

    private async Task<bool> HasOtherAdmin(string email) =>
        (await Admins()).Any(admin => admin.Id != email && !admin.Sample);

    private async Task<IReadOnlyList<Account>> Admins() =>
        [.. (await _accounts.List(" admin ", null, int.MaxValue)).Where(account => account.Role == Role.Admin)];

    private string Now() => Instants.Text(time.GetUtcNow());

    private static InvalidException Closed() => new(new FieldError("token", "invitationClosed"));

    private static void Demand(bool allowed)
    {
        if (!allowed)
            throw new ForbiddenException();
    }
}
