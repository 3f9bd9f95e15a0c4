using System.Collections.Concurrent;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Silo.Sample.Firms;

namespace Matchmaker.Silo.Sample.Weeks;

/// <summary>Who the sample's parties are, and who speaks for each.</summary>
internal sealed class SampleParties(SampleLists lists)
{
    // The last owner is written when the fill is complete.
    private static readonly string Last = PartyId.Owner(SampleOwners.All[^1].Id).ToString();

    // Wing-yee: below the sample account of the same party, which is listed, and asked, first.
    private const int BesideAccount = 3;

    private readonly Dictionary<string, string?> _owners = OwnersOf(lists.Spaces, lists.Buildings);
    private readonly Dictionary<string, string?> _needs = lists.Needs.ToDictionary(need => need.Id, need => need.Owner);
    private readonly HashSet<string> _firms = [.. lists.Firms.Select(firm => firm.Id)];
    private readonly Dictionary<PartyId, SamplePerson> _people = SamplePeople.OfOwners.ToDictionary(person =>
        person.Account.Party!.Value
    );
    private readonly HashSet<string> _confidential =
    [
        .. SampleEnterprises
            .All.Where(enterprise => enterprise.Confidential)
            .Select(one => PartyId.Enterprise(one.Id).ToString()),
    ];

    private static PartyId[] WithAccount =>
        [
            PartyId.Enterprise(SampleEnterprises.First),
            PartyId.Firm(SampleFirms.First),
            PartyId.Owner(SampleOwners.First),
        ];

    /// <summary>In whom which officer has declared an interest.</summary>
    public ConcurrentDictionary<(string Officer, PartyId Party), bool> Interests { get; } = [];

    public bool IsConfidential(string? party) => party is not null && _confidential.Contains(party);

    /// <summary>Whose the matched profile is; null: it is no single record of the sample's own parties.</summary>
    public PartyId? OfMatch(string match) =>
        _owners.TryGetValue(match, out var owner) ? (owner == Last ? null : PartyId.Parse(owner))
        : _needs.TryGetValue(match, out var seller) ? PartyId.Parse(seller)
        : _firms.Contains(match) ? PartyId.Firm(match)
        : null;

    public SamplePerson PersonOf(PartyId party)
    {
        if (!_people.TryGetValue(party, out var person))
            _people[party] = person = SamplePeople.Of(
                party,
                WithAccount.Contains(party) ? BesideAccount : _people.Count
            );
        return person;
    }

    public Caller CallerOf(PartyId party)
    {
        var account = PersonOf(party).Account;
        return new(account.Id, account.Role, party);
    }

    private static Dictionary<string, string?> OwnersOf(IEnumerable<Space> spaces, IEnumerable<Building> buildings)
    {
        var owners = buildings.ToDictionary(building => building.Id, building => building.Owner);
        return spaces.ToDictionary(space => space.Id, space => space.Owner ?? owners[SpaceId.BuildingOf(space.Id)]);
    }
}
