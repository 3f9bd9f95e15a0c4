using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Grains.Accounts.Credentials;

namespace Matchmaker.Grains.People;

/// <summary>People who come by the identity provider.</summary>
internal sealed partial class PeopleGrain
{
    private readonly SubjectRepository _subjects = new(database);

    public async Task<ProviderEntry> Enter(ProviderPerson person, bool hasFactor)
    {
        var known = await _subjects.FindAddress(person.Issuer, person.Subject);
        if (known is not null && person.Role is null)
            await GrainFactory.Account(known).Shut(person);
        if (person.Role is null || (known ?? Vouched(person)) is not { } email)
            return ProviderEntry.Refused;
        var before = await _accounts.FindAccount(email);
        var letters =
            before is null || (known is not null && before.Party != person.Party)
                ? await Added(email, person.Party, ProviderPerson.Actor)
                : [];
        var entry = await GrainFactory.Accounts().Enter(email, person, hasFactor, letters);
        if (entry.Standing is null || entry.NeedsCode)
            return entry;
        await Wake(letters);
        if (before is not null && known is null)
            await Send(before, PeopleLetters.Bound(before.Id, time.GetUtcNow()));
        return entry;
    }

    /// <summary>The address under which a person may come the first time; null: none.</summary>
    private static string? Vouched(ProviderPerson person) =>
        person is { IsVerified: true, Email: { } text } && Email.Normal(text) is var email && Email.IsValid(email)
            ? email
            : null;
}
