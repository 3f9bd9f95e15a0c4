using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Grains.Accounts.Credentials;

namespace Matchmaker.Grains.Accounts;

/// <summary>
/// The way in by an identity provider. Whoever came by it once is known by issuer and subject, whatever address the
/// provider states later.
/// </summary>
internal sealed partial class AccountGrain
{
    private readonly SubjectRepository _subjectRows = new(database);
    private ImmutableDictionary<string, string> _subjects = ImmutableDictionary<string, string>.Empty;

    public async Task<ProviderEntry> Enter(ProviderPerson person, bool hasFactor, ImmutableArray<RecordWrite> along)
    {
        var isBound = _subjects.TryGetValue(person.Issuer, out var subject);
        if (isBound && subject != person.Subject)
            return ProviderEntry.Refused; // the address went to somebody else at the provider
        var isSame = _account is { } known && known.Role == person.Role && known.Party == person.Party;
        if (_account is not null && (_account.Sample || (!isBound && !isSame)))
            return ProviderEntry.Refused; // nobody's account is changed by an address alone
        if (_factor is { IsOn: true } && !hasFactor)
            return new(StandingOf(_account!), NeedsCode: true);
        if (!isSame)
            await Write(ProviderPerson.Actor, As(person), along);
        if (!isBound && !await Bind(person))
            return ProviderEntry.Refused;
        if (!isBound || !isSame)
            await Renew(_credential?.PasswordHash); // what began otherwise, or with other rights, ends
        return new(StandingOf(_account!));
    }

    public async Task Shut(ProviderPerson person)
    {
        if (_subjects.TryGetValue(person.Issuer, out var subject) && subject == person.Subject)
            await Renew(_credential?.PasswordHash);
    }

    private Account As(ProviderPerson person)
    {
        var isSameParty = _account is { } known && known.Party == person.Party;
        return (_account ?? new Account { Id = Address, Role = person.Role!.Value }) with
        {
            Role = person.Role!.Value,
            Enterprise = PartyId.IdOf(person.Party, Contracts.RecordKind.Enterprise),
            Firm = PartyId.IdOf(person.Party, Contracts.RecordKind.Firm),
            Owner = PartyId.IdOf(person.Party, Contracts.RecordKind.Owner),
            InvitedBy = isSameParty ? _account!.InvitedBy : ProviderPerson.Actor,
            Vouches = isSameParty ? _account!.Vouches : null,
            Objection = isSameParty ? _account!.Objection : null,
        };
    }

    private async Task<bool> Bind(ProviderPerson person)
    {
        if (!await _subjectRows.Add(Address, person.Issuer, person.Subject))
            return false;
        _subjects = _subjects.SetItem(person.Issuer, person.Subject);
        return true;
    }

    private async Task Forget()
    {
        _subjects = ImmutableDictionary<string, string>.Empty;
        await Stored(_subjectRows.Remove(Address));
    }
}
