using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Boards;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Places;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Shortlists;

/// <summary>A demand as some version of it says.</summary>
/// <param name="Owner">The party that seeks; null: none.</param>
/// <param name="Combine">How many adjacent spaces it takes together; null: none.</param>
internal sealed record DemandThen(
    string Id,
    long Version,
    Board Board,
    PartyId? Owner,
    ImmutableArray<Criterion> Saved,
    int? Combine
)
{
    /// <summary>Null: the record is no demand of a board.</summary>
    public static DemandThen? Of(RecordState record) =>
        record is { Kind: RecordKind.Demand, Body: { } body }
        && RecordJson.Read<Demand>(body) is var demand
        && BoardTable.Find(demand.Board) is { } board
            ? new(record.Id, record.Version, board, PartyId.Parse(record.Owner), demand.Criteria, demand.Combine)
            : null;

    /// <summary>What the readers of its list see of the board; the same as its feed.</summary>
    public Viewer Viewer(bool office) => new(office, null, Access.Browses(Owner, Board), Id);
}

/// <summary>
/// Makes a sheet from records, rules and a day: when it is kept, and again for each replay. Pure, so that the same
/// sources always give the same sheet.
/// </summary>
internal static class SheetMaker
{
    /// <param name="items">Each with its demand and its records.</param>
    /// <returns>Null: a record is missing, or was not on its board.</returns>
    public static Sheet? Make(
        DateOnly day,
        ImmutableArray<DemandThen> demands,
        IEnumerable<(string Id, DemandThen Demand, ImmutableArray<RecordState> Records)> items,
        RulesInForce rules
    )
    {
        var made = items.Select(item => Item(item.Id, item.Demand, item.Records, rules, day)).ToList();
        return made.Contains(null)
            ? null
            : new(
                day,
                [
                    .. demands.Select(demand => new SheetDemand(
                        demand.Id,
                        demand.Version,
                        demand.Board.Code,
                        rules.Taxonomies.Current(demand.Board, demand.Saved),
                        // As long as nothing is taken together, a sheet is what it was before anything could be.
                        made.Exists(item => item!.Board == demand.Board.Code && item.Members is not null)
                            ? demand.Combine
                            : null
                    )),
                ],
                [.. made.Select(item => item!)],
                rules.Used
            );
    }

    /// <summary>One item; null: its records put nothing on the board that day.</summary>
    public static SheetItem? Item(
        string id,
        DemandThen demand,
        ImmutableArray<RecordState> records,
        RulesInForce rules,
        DateOnly day
    ) => ProfileOf(demand, id, records, rules, day) is { } profile ? Item(demand, profile, records, rules, day) : null;

    /// <summary>One item.</summary>
    /// <param name="profile">What the records put on the board that day.</param>
    public static SheetItem Item(
        DemandThen demand,
        Profile profile,
        ImmutableArray<RecordState> records,
        RulesInForce rules,
        DateOnly day
    )
    {
        var board = demand.Board;
        // As the demand's own people read them, so that nothing is kept that they may not know.
        var reader = new Caller(null, PartyId.RoleOf(demand.Owner), demand.Owner);
        // Whether a hold stands says who is shown the space, and nothing of what is shown.
        var shown = records.RemoveAll(record => record.Kind == RecordKind.Hold);
        List<Listing> listings = [.. shown.Select(record => (Listing)Read(record).For(reader))];
        var parent = listings.Find(listing => listing is Building);
        var members = SheetMembers.Of(profile, listings, parent);
        var own = listings.Find(listing => listing.Id == members[0].Item)!;
        return new()
        {
            Item = profile.Id,
            Board = board.Code,
            Name = members.Length == 1 ? own.Name : null,
            Building = parent?.Name,
            Unit = SheetMembers.UnitOf(members),
            Address = own.Address ?? parent?.Address,
            Match = Evaluator.Evaluate(
                board,
                rules.Taxonomies.Current(board, demand.Saved),
                profile with
                {
                    Hold = null,
                },
                day,
                rules.Gates
            ),
            Values = SheetMembers.ValuesOf(members),
            Facts = SheetMembers.FactsOf(members),
            Members = members.Length == 1 ? null : members,
            Records =
            [
                .. shown.Select(record => new SheetRecord(
                    new RecordRef(record.Kind, record.Id).ToString(),
                    record.Version
                )),
            ],
            Sample = listings.Exists(listing => listing.Sample),
            OfficeOnly = !demand.Viewer(office: false).MaySee(profile),
        };
    }

    /// <summary>
    /// What the records put on the board under that id; null: nothing, or more spaces than the demand takes together.
    /// </summary>
    public static Profile? ProfileOf(
        DemandThen demand,
        string id,
        ImmutableArray<RecordState> records,
        RulesInForce rules,
        DateOnly day
    )
    {
        if (records.IsEmpty)
            return null;
        var source = new SourceRecords(demand.Board);
        foreach (var record in records)
            source.Put(record.Kind, record.Id, record.Body, record.IsConfidential);
        if (RunId.Members(id) is not { } members)
            return Single(id);
        var spaces = members.Select(Single).OfType<Profile>().ToImmutableArray();
        return members.Length <= demand.Combine && spaces.Length == members.Length ? RunFacts.Together(spaces) : null;

        Profile? Single(string of) =>
            source.IsOn(of, day) && source.Profile(of) is { } profile
                ? rules.Taxonomies.Current(demand.Board, profile)
                : null;
    }

    /// <summary>The attribute from whose value that of another follows, where nobody states it.</summary>
    public static string OriginOf(string attribute) =>
        attribute switch
        {
            StationDistance.Code => StationDistance.Location,
            Admission.Code => Admission.District,
            _ => attribute,
        };

    private static Record Read(RecordState record) =>
        RecordJson.Read(KindTable.Of(record.Kind), record.Body!) with
        {
            Id = record.Id,
        };
}
