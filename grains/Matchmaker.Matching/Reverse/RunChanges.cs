using Matchmaker.Matching.Index;
using Matchmaker.Matching.Runs;

namespace Matchmaker.Matching.Reverse;

/// <summary>
/// What changed spaces do to the runs of their floors: a run changes only with a member, so only runs with a changed
/// member are compared (matching.md sections 6 and 7).
/// </summary>
internal sealed class RunChanges
{
    private readonly IndexSnapshot _before;
    private readonly IndexSnapshot _after;
    private readonly DateOnly _dayBefore;
    private readonly DateOnly _dayAfter;
    private readonly IReadOnlyList<ProfileChange> _changes;
    private readonly HashSet<string> _changed;
    private readonly List<(string Building, int Floor)> _floors;

    /// <param name="before">The board before the changes.</param>
    /// <param name="after">The board after all of them.</param>
    public RunChanges(
        IReadOnlyList<ProfileChange> changes,
        IndexSnapshot before,
        IndexSnapshot after,
        DateOnly dayBefore,
        DateOnly dayAfter
    )
    {
        (_before, _after, _dayBefore, _dayAfter) = (before, after, dayBefore, dayAfter);
        _changes = [.. changes.Where(change => change.Before?.Place is not null || change.After?.Place is not null)];
        _changed = _changes.Select(change => (change.Before ?? change.After)!.Id).ToHashSet(StringComparer.Ordinal);
        _floors =
        [
            .. _changes
                .SelectMany(change => new[] { RunRules.FloorOf(change.Before), RunRules.FloorOf(change.After) })
                .OfType<(string, int)>()
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>Adds what changes for one demand, by the runs' ids.</summary>
    public void Collect(CompiledStandingDemand demand, TransitionCollector collector)
    {
        if (
            !_changes.Any(change =>
                demand.MayJoin(change.Before, _dayBefore, _before.Gates)
                || demand.MayJoin(change.After, _dayAfter, _after.Gates)
            )
        )
            return;
        var before = Runs(demand, _before, _dayBefore);
        var after = Runs(demand, _after, _dayAfter);
        foreach (var id in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
            collector.Add(demand, before.GetValueOrDefault(id), after.GetValueOrDefault(id));
    }

    private Dictionary<string, NotifiedMatch> Runs(CompiledStandingDemand demand, IndexSnapshot index, DateOnly day) =>
        _floors
            .SelectMany(floor => demand.RunsOn(floor.Floor, index.Neighbours(floor.Building), day, index.Gates))
            .Where(run => run.Profile!.Members!.Value.Any(member => _changed.Contains(member.Id)))
            .ToDictionary(run => run.Profile!.Id, StringComparer.Ordinal);
}
