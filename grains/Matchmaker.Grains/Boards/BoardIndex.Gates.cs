using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Gates;
using Matchmaker.Grains.DatedTables;
using Matchmaker.Grains.Projections;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;

namespace Matchmaker.Grains.Boards;

internal sealed partial class BoardIndex
{
    private const int MaxPreviewed = 100;

    // Uses are judged by gates on sites alone.
    private IEnumerable<string> GateKinds => board == BoardTable.Sites ? [RecordKind.Gates] : [];

    /// <summary>
    /// What another version of the table, published now, would change on its first day. The same comparison as of a
    /// version that is published, and changes nothing.
    /// </summary>
    public GatePreview PreviewGates(Caller caller, ImmutableArray<GateRow> rows, DateOnly from)
    {
        var day = from > Day ? from : Day;
        var table = Catalogue.Gates;
        var after = Catalogue.By(table.Next(from, rows));
        var uses = after.UseChangesFrom(table, day).ToList();
        var spaces = uses.GroupBy(use => use.Space, StringComparer.Ordinal).ToList();
        List<PreviewedDemand> demands =
        [
            .. _standing
                // A match appears or goes only where a verdict is another, not where its source is.
                .ChangesBy(Catalogue, after, day, spaces.Select(space => after.Find(space.Key)!))
                .Where(change => change.Audience is Audience.Office && IsOpenTo(caller, change.Demand))
                .Select(change => new PreviewedDemand(
                    change.Demand,
                    change.Transitions.Count(transition => transition.Kind is MatchEventKind.Appeared),
                    change.Transitions.Count(transition => transition.Kind is MatchEventKind.Gone)
                ))
                .Where(demand => demand.Appeared + demand.Gone > 0),
        ];
        return new(
            day,
            [
                .. uses.GroupBy(use => (use.Use, use.Before, use.After))
                    .Select(group => new VerdictCount(group.Key.Use, group.Key.Before, group.Key.After, group.Count()))
                    .OrderByDescending(count => count.Spaces)
                    .ThenBy(count => count.Use, StringComparer.Ordinal)
                    .ThenBy(count => count.Before)
                    .ThenBy(count => count.After),
            ],
            spaces.Count,
            [
                .. spaces
                    .OrderBy(space => space.Key, StringComparer.Ordinal)
                    .Take(MaxPreviewed)
                    .Select(space => new PreviewedSpace(space.Key, [.. space])),
            ],
            demands.Count(demand => demand.Appeared > 0),
            demands.Count(demand => demand.Gone > 0),
            demands.Sum(demand => demand.Appeared),
            demands.Sum(demand => demand.Gone),
            [.. demands.Take(MaxPreviewed)]
        );
    }

    /// <summary>
    /// Whether the caller may know of the demand, and no look at it is to be logged: no other is named, or moves a
    /// number.
    /// </summary>
    private bool IsOpenTo(Caller caller, string demand) =>
        _visibility.TryGetValue(demand, out var seen) && seen.Cleared is null && Access.MaySee(caller, seen);

    private ImmutableArray<DemandChange> TakeGates(IReadOnlyList<ChangedRecord> change)
    {
        var after = Catalogue.By(Catalogue.Gates.With(change));
        var changes = _standing.ChangesBy(Catalogue, after, Day);
        JudgeBy(after);
        return changes;
    }

    private void JudgeBy(IndexSnapshot next)
    {
        Catalogue = next;
        _standing.JudgeBy(next.Gates);
    }
}
