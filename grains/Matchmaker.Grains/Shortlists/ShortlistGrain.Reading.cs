using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Projections;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Shortlists;

internal sealed partial class ShortlistGrain
{
    private const int MaxDifferences = 100;

    public async Task<ReplayReport> Replay(Caller caller, CancellationToken cancellation = default)
    {
        var shortlist = await base.Get(caller, cancellation);
        if (await Kept(cancellation) is not { } kept)
            throw new NotFoundException();
        var again = await Again(kept, cancellation);
        var hash = again?.Hash() ?? CanonicalJson.Hash<Sheet?>(null);
        if (hash == shortlist.Hash && kept.Hash() == hash)
            return new(hash, true, null);
        return new(
            hash,
            false,
            caller.IsOffice
                ? CanonicalJson.Differences(kept, again, MaxDifferences)
                : CanonicalJson.Differences(kept.Open(), again?.Open(), MaxDifferences)
        );
    }

    public async Task<SinceReport> Since(Caller caller, CancellationToken cancellation = default)
    {
        var shortlist = await base.Get(caller, cancellation);
        if (await Kept(cancellation) is not { } kept)
            throw new NotFoundException();
        var day = time.Today();
        var rules = await _rules.Now(kept.Items.Select(item => BoardTable.Find(item.Board)!), day, cancellation);
        var items = kept.Items.ToDictionary(item => item.Item, StringComparer.Ordinal);
        var since = ImmutableArray.CreateBuilder<ItemSince>();
        foreach (var item in shortlist.Items)
            since.Add(await Since(caller.IsOffice, shortlist, kept, items[item.Item], rules, day, cancellation));
        return new(day, since.ToImmutable());
    }

    private async Task<ItemSince> Since(
        bool office,
        Shortlist shortlist,
        Sheet kept,
        SheetItem item,
        RulesInForce rules,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var demand = Asked(shortlist, kept, item);
        var records = await _records.Now(SheetRecords.Of(demand.Board, item.Item), cancellation);
        if (
            SheetMaker.ProfileOf(demand, item.Item, records, rules, day) is not { } profile
            || !demand.Viewer(office).MaySee(profile)
        )
            return new(item.Item, null, [], true, await Gone(office, demand, item, rules, day, cancellation));
        var now = SheetMaker.Item(demand, profile, records, rules, day);
        return new(
            item.Item,
            new(now.Match.Verdict, now.Match.Score),
            SheetChanges.Of(
                demand.Board,
                item,
                now,
                rules.Taxonomies,
                await _records.After(item.Records, cancellation)
            ),
            null
        );
    }

    /// <summary>The members that are no longer on the board, or not for this reader; null: none of several.</summary>
    private async Task<ImmutableArray<string>?> Gone(
        bool office,
        DemandThen demand,
        SheetItem item,
        RulesInForce rules,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var gone = ImmutableArray.CreateBuilder<string>();
        foreach (var member in item.Members ?? [])
        {
            var records = await _records.Now(SheetRecords.Of(demand.Board, member.Item), cancellation);
            if (
                SheetMaker.ProfileOf(demand, member.Item, records, rules, day) is not { } profile
                || !demand.Viewer(office).MaySee(profile)
            )
                gone.Add(member.Item);
        }

        return gone.Count == 0 ? null : gone.ToImmutable();
    }

    /// <summary>The sheet by the journal; null: the journal lacks a record of it.</summary>
    private async Task<Sheet?> Again(Sheet kept, CancellationToken cancellation)
    {
        var demands = (
            await _records.Then(
                kept.Demands.Select(demand => new SheetRecord(
                    new RecordRef(RecordKind.Demand, demand.Demand).ToString(),
                    demand.Version
                )),
                cancellation
            )
        )
            .Select(DemandThen.Of)
            .OfType<DemandThen>()
            .ToImmutableArray();
        var items = new List<(string, DemandThen, ImmutableArray<RecordState>)>();
        foreach (var item in kept.Items)
        {
            if (demands.FirstOrDefault(demand => demand.Board.Code == item.Board) is not { } asked)
                return null;
            items.Add((item.Item, asked, await _records.Then(item.Records, cancellation)));
        }

        return SheetMaker.Make(kept.AsOf, demands, items, await _rules.Then(kept.Rules, cancellation));
    }

    // What was asked then, not what the demand asks now: the demand may be another or gone.
    private static DemandThen Asked(Shortlist shortlist, Sheet kept, SheetItem item)
    {
        var asked = kept.Demands.First(demand => demand.Board == item.Board);
        return new(
            asked.Demand,
            asked.Version,
            BoardTable.Find(asked.Board)!,
            PartyId.Parse(shortlist.Owner),
            asked.Criteria,
            asked.Combine
        );
    }
}
