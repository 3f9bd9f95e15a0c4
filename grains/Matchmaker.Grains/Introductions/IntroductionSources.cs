using System.Collections.Immutable;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Buildings;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Introductions;

/// <summary>Reads the records around an introduction: the parties, their people and the matched profile.</summary>
internal sealed class IntroductionSources(Database database)
{
    private readonly RecordRepository _rows = new(database);
    private readonly AccountRepository _accounts = new(database);

    /// <inheritdoc cref="Party(PartyId)"/>
    /// <param name="party">Its text, such as <c>enterprises/e1</c>; also <c>centres/c1</c>.</param>
    public async Task<PartyFacts?> Party(string? party) => PartyId.Parse(party) is { } id ? await Party(id) : null;

    /// <summary>A party's record; null: it is gone. A merged firm is the firm that it became.</summary>
    public async Task<PartyFacts?> Party(PartyId party)
    {
        if (await _rows.Find(party.Kind, party.Id) is not { Body: { } body } row)
            return null;
        return RecordJson.Read(KindTable.Of(party.Kind), body) switch
        {
            Firm { MergedInto: { } into } => await Party(PartyId.Firm(into)),
            Listing listing => new(party, row, listing.Name, listing.Address, listing.Public),
            Owner owner => new(party, row, owner.Name, null, owner.Public),
            Enterprise enterprise => new(party, row, enterprise.Name, null, false, enterprise with { Id = party.Id }),
            _ => null,
        };
    }

    /// <summary>The parties of an introduction as it is stored.</summary>
    public static ImmutableArray<PartyId> PartiesOf(Introduction introduction) =>
        [
            .. new[] { introduction.Seeker.Party, introduction.Counterpart.Party }
                .Select(PartyId.Parse)
                .OfType<PartyId>(),
        ];

    /// <summary>Notes in the journal who looks at an introduction of a confidential project.</summary>
    public static Task RecordView(IGrainFactory grains, Caller caller, Stored<Introduction> seen) =>
        seen.Visibility.Cleared is null
            ? Task.CompletedTask
            : grains.Views().Record(caller, PartiesOf(seen.Record), RecordKind.Introduction);

    /// <summary>A party's accounts.</summary>
    public Task<IReadOnlyList<Account>> Accounts(PartyId party) => _accounts.ListOf(party);

    /// <summary>A letter to each of a party's people who takes news of programmes by mail.</summary>
    public async Task<IReadOnlyCollection<Letter>> ProgrammeLetters(
        PartyId party,
        string template,
        DateTimeOffset at,
        params LetterText[] texts
    ) =>
        [
            .. (await Accounts(party))
                .Where(account => !account.NoProgrammes)
                .Select(account => Letters.For(account.Id, template, at, texts)),
        ];

    /// <summary>The account of an address; null: there is none.</summary>
    public Task<Account?> Account(string email) => _accounts.FindAccount(email);

    /// <summary>The addresses of a party's accounts.</summary>
    public async Task<IReadOnlyList<string>> People(PartyId party) =>
        [.. (await _accounts.ListOf(party)).Select(account => account.Id)];

    /// <summary>Lets every offered introduction of a party count its consents again.</summary>
    public async Task RecountConsents(IGrainFactory grains, PartyId party)
    {
        foreach (var row in await _rows.ListByParty([RecordKind.Introduction], party))
        {
            if (RecordJson.Read<Introduction>(row.Body!).State is IntroductionState.Offered)
                await grains.Introduction(row.Id).RecountConsents();
        }
    }

    /// <summary>Who changed an introduction last, and when.</summary>
    public async Task<(string Actor, string At)> LastChange(string introduction)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<(string, string)>(
            """
            SELECT j.actor, j.at FROM journal j JOIN record r ON r.sequence = j.sequence
            WHERE  r.kind = @kind AND r.id = @introduction
            """,
            new { kind = RecordKind.Introduction, introduction }
        );
    }

    /// <summary>A board's profile as a record; null: it is gone.</summary>
    public async Task<Subject?> Match(string board, string id) =>
        BoardTable.Find(board) is not { } known ? null
        : KindTable.ProfileOn(known) is var kind && kind.Code == RecordKind.Space
            ? RunId.Members(id) is { } members ? await Run(members)
                : await Space(id)
        : kind.IsParty ? await PartyProfile(new(kind.Code, id))
        : await OwnedProfile(kind, id);

    private async Task<Subject?> PartyProfile(PartyId id) =>
        await Party(id) is { } party
            ? new(
                party.Party,
                party.Name,
                party.Address,
                Read(KindTable.Of(id.Kind), party.Row).Values,
                party.IsPublic,
                [party.Row]
            )
            : null;

    private async Task<Subject?> OwnedProfile(Kind kind, string id) =>
        await _rows.Find(kind.Code, id) is { Body: not null } row && Read(kind, row) is var listing
            ? new(PartyId.Parse(row.Owner), listing.Name, null, listing.Values, false, [row])
            : null;

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

    /// <summary>
    /// Adjacent spaces of one building together: whose they are, if all of them have one owner. Null: one is gone, or
    /// they are of two buildings.
    /// </summary>
    private async Task<Subject?> Run(IReadOnlyList<string> ids)
    {
        var members = new List<PlacedSpace>();
        foreach (var id in ids)
        {
            if (await ReadSpace(id) is not { } member)
                return null;
            members.Add(member);
        }

        var (first, building) = (members[0], members[0].Building);
        if (members.Exists(member => member.Building.Id != building.Id))
            return null;
        return new(
            members.TrueForAll(member => member.Row.Owner == first.Row.Owner) ? PartyId.Parse(first.Row.Owner) : null,
            SpaceNames.Of([.. members.Select(member => member.Space)], building),
            first.Space.Address ?? building.Address,
            RunFacts.Of([.. members.Select(member => member.Values)]),
            members.TrueForAll(member => member.Row.Visible != 0),
            [.. members.Select(member => member.Row), first.BuildingRow]
        );
    }

    private async Task<Subject?> Space(string id) =>
        await ReadSpace(id) is { } placed
            ? new(
                PartyId.Parse(placed.Row.Owner),
                SpaceNames.Of([placed.Space], placed.Building),
                placed.Space.Address ?? placed.Building.Address,
                placed.Values,
                placed.Row.Visible != 0,
                [placed.Row, placed.BuildingRow],
                placed.Space.WithWaiversOf(placed.Building)
            )
            : null;

    private async Task<PlacedSpace?> ReadSpace(string id)
    {
        if (
            await _rows.Find(RecordKind.Space, id) is not { Body: { } body, Parent: { } parent } row
            || await _rows.Find(RecordKind.Building, parent) is not { Body: { } buildingBody } buildingRow
        )
            return null;
        var building = RecordJson.Read<Building>(buildingBody) with { Id = parent };
        return new((RecordJson.Read<Space>(body) with { Id = id }).Inheriting(building), building, row, buildingRow);
    }

    /// <summary>A space with its building.</summary>
    private sealed record PlacedSpace(Space Space, Building Building, RecordRow Row, RecordRow BuildingRow)
    {
        /// <summary>The values of the space, with those inherited from its building.</summary>
        public ImmutableSortedDictionary<string, Value> Values => Space.Values.SetItems(Space.Inherited!);
    }

    private static Listing Read(Kind kind, RecordRow row) => (Listing)RecordJson.Read(kind, row.Body!);
}

/// <summary>The facts of a party that an introduction needs.</summary>
/// <param name="Party">For a merged firm, the firm that it became.</param>
/// <param name="IsPublic">Whether its name is public.</param>
/// <param name="Enterprise">For an enterprise; else null.</param>
internal sealed record PartyFacts(
    PartyId Party,
    RecordRow Row,
    LocalText? Name,
    LocalText? Address,
    bool IsPublic,
    Enterprise? Enterprise = null
)
{
    /// <summary>Whether it is a confidential project.</summary>
    public bool IsConfidential => Row.Cleared is not null;

    /// <summary>Refuses the commit if the party has changed since it was read.</summary>
    public RecordWrite Guard => new RecordWrite.Guard(Row.Kind, Row.Id, Row.Version);
}

/// <summary>A matched profile.</summary>
/// <param name="Counterpart">The party that offers it; null: unknown.</param>
/// <param name="Rows">The records that make up the profile.</param>
/// <param name="Waivers">Of a space and its building; null: none.</param>
internal sealed record Subject(
    PartyId? Counterpart,
    LocalText? Name,
    LocalText? Address,
    ImmutableSortedDictionary<string, Value> Values,
    bool IsPublic,
    ImmutableArray<RecordRow> Rows,
    ImmutableArray<Waiver>? Waivers = null
)
{
    /// <summary>The versions of its records; the text differs after every change.</summary>
    public string Version => string.Join('.', Rows.Select(row => row.Version));
}
