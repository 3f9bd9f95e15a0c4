using System.Collections.Immutable;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Buildings;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Introductions;

/// <summary>What an introduction takes from the records around it: parties with their people, and the matched profile with who offers it.</summary>
internal sealed class IntroductionSources(Database database)
{
    private readonly RecordRepository _rows = new(database);
    private readonly AccountRepository _accounts = new(database);

    /// <summary>A party's record; null: it is gone. A merged firm is the firm that it became.</summary>
    /// <param name="party">Such as <c>enterprises/e1</c>; also <c>centres/c1</c>.</param>
    public async Task<PartyFacts?> Party(string? party)
    {
        if (
            party?.Split('/', 2) is not [var collection, var id]
            || await _rows.Find(collection[..^1], id) is not { Body: { } body } row
        )
            return null;
        return collection switch
        {
            "enterprises" when RecordJson.Read<Enterprise>(body) with { Id = id } is var enterprise => new(
                party,
                row,
                enterprise.Name,
                null,
                false,
                enterprise
            ),
            "firms" when RecordJson.Read<Firm>(body) is var firm => firm.MergedInto is { } into
                ? await Party($"firms/{into}")
                : new(party, row, firm.Name, firm.Address, firm.Public),
            "owners" when RecordJson.Read<Owner>(body) is var owner => new(party, row, owner.Name, null, owner.Public),
            "centres" when RecordJson.Read<Centre>(body) is var centre => new(
                party,
                row,
                centre.Name,
                centre.Address,
                centre.Public
            ),
            _ => null,
        };
    }

    /// <summary>The addresses of a party's accounts.</summary>
    public Task<IReadOnlyList<string>> People(string party) => _accounts.ListOf(party);

    /// <summary>A board's profile as a record; null: it is gone.</summary>
    public async Task<Subject?> Match(string board, string id) =>
        board switch
        {
            "sites" => await Space(id),
            "partners" => await Party($"firms/{id}") is { } firm
                ? new(firm.Party, firm.Name, firm.Address, Values<Firm>(firm.Row), firm.IsPublic, [firm.Row])
                : null,
            "research" => await Party($"centres/{id}") is { } centre
                ? new(
                    centre.Party,
                    centre.Name,
                    centre.Address,
                    Values<Centre>(centre.Row),
                    centre.IsPublic,
                    [centre.Row]
                )
                : null,
            _ => await _rows.Find(RecordKind.Opportunity, id) is { Body: not null } need
                ? new(
                    need.Owner,
                    RecordJson.Read<Opportunity>(need.Body!).Name,
                    null,
                    Values<Opportunity>(need),
                    false,
                    [need]
                )
                : null,
        };

    /// <summary>The project itself and every enterprise that is not confidential.</summary>
    public async Task<IReadOnlyList<Enterprise>> KnownWith(string project)
    {
        var rows = await _rows.List(RecordKind.Enterprise);
        return
        [
            .. rows.Where(row => row.Cleared is null || row.Id == project)
                .Select(row => RecordJson.Read<Enterprise>(row.Body!) with { Id = row.Id }),
        ];
    }

    private async Task<Subject?> Space(string id)
    {
        if (
            await _rows.Find(RecordKind.Space, id) is not { Body: { } body, Parent: { } parent } row
            || await _rows.Find(RecordKind.Building, parent) is not { Body: { } buildingBody } buildingRow
        )
            return null;
        var building = RecordJson.Read<Building>(buildingBody) with { Id = parent };
        var space = BuildingRules.Inheriting(RecordJson.Read<Space>(body) with { Id = id }, building);
        return new(
            row.Owner,
            NameOf(space, building),
            space.Address ?? building.Address,
            space.Values.SetItems(space.Inherited!),
            row.Visible != 0,
            [row, buildingRow]
        );
    }

    /// <summary>The unit with its building, in each language in the order that is usual there.</summary>
    private static LocalText? NameOf(Space space, Building building)
    {
        var unit = space.Name ?? (space.Unit is { } number ? new(Plain: number) : null);
        if (unit is null || building.Name is not { } name)
            return unit ?? building.Name;
        var (anyUnit, anyName) = (unit.All.First(), name.All.First());
        return unit.Plain is not null && name.Plain is not null
            ? new(Plain: $"{anyUnit}, {anyName}")
            : new(
                $"{unit.En ?? anyUnit}, {name.En ?? anyName}",
                $"{name.ZhHant ?? anyName} {unit.ZhHant ?? anyUnit}",
                $"{name.ZhHans ?? anyName} {unit.ZhHans ?? anyUnit}"
            );
    }

    private static ImmutableSortedDictionary<string, Value> Values<T>(RecordRow row)
        where T : Listing => RecordJson.Read<T>(row.Body!).Values;
}

/// <summary>A party as an introduction knows it.</summary>
/// <param name="Party">Such as <c>firms/f1</c>; of a merged firm, the one that it became.</param>
/// <param name="IsPublic">Whether its name is no secret.</param>
/// <param name="Enterprise">For an enterprise; else null.</param>
internal sealed record PartyFacts(
    string Party,
    RecordRow Row,
    LocalText? Name,
    LocalText? Address,
    bool IsPublic,
    Enterprise? Enterprise = null
)
{
    /// <summary>Whether it is a confidential project.</summary>
    public bool IsConfidential => Row.Cleared is not null;

    /// <summary>The commit holds only if the party is still as it was read.</summary>
    public RecordWrite Guard =>
        new(Row.Kind, Row.Id, null, "", Row.Version, null, Row.Visibility, "", null, Guard: true);
}

/// <summary>A matched profile.</summary>
/// <param name="Counterpart">The party that offers it; null: nobody is known.</param>
/// <param name="Rows">The records that it is made of.</param>
internal sealed record Subject(
    string? Counterpart,
    LocalText? Name,
    LocalText? Address,
    ImmutableSortedDictionary<string, Value> Values,
    bool IsPublic,
    ImmutableArray<RecordRow> Rows
)
{
    /// <summary>Which states of its records these are: another text as soon as one changes.</summary>
    public string Version => string.Join('.', Rows.Select(row => row.Version));
}
