using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reverse;

/// <summary>
/// The standing demands of one board and the effect of each change on them (matching.md section 7). Single writer:
/// calls must not overlap.
/// </summary>
public sealed class StandingDemands(Board board)
{
    private readonly SortedDictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly DemandPrefilter _prefilter = new(ColumnSchema.Of(board));

    // Those whose lists hold runs of spaces.
    private readonly HashSet<string> _combining = new(StringComparer.Ordinal);

    public int Count => _slots.Count;

    /// <summary>How much was written to the index of demands so far, in bits.</summary>
    internal long Turned => _prefilter.Turned;

    /// <summary>The rules by which uses that no record states are judged.</summary>
    public GateTable Gates { get; private set; } = GateTable.Shipped;

    /// <summary>
    /// Adds a demand or replaces it with its new revision. Raises no events: see <see cref="RevisionChanges"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The demand is for another board.</exception>
    public void Put(StandingDemand demand)
    {
        if (demand.Board != board.Code)
            throw new ArgumentException(
                $"{demand.Id} is of the board {demand.Board}, not {board.Code}.",
                nameof(demand)
            );
        var compiled = new CompiledStandingDemand(board, demand, Gates);
        if (_slots.TryGetValue(demand.Id, out var slot))
            _prefilter.Replace(slot, compiled);
        else
            _slots[demand.Id] = _prefilter.Add(compiled);
        _combining.Remove(demand.Id);
        if (compiled.Combines)
            _combining.Add(demand.Id);
    }

    /// <summary>Removes a demand; an unknown id is ignored.</summary>
    public void Remove(string id)
    {
        if (!_slots.Remove(id, out var slot))
            return;
        _combining.Remove(id);
        _prefilter.Remove(slot);
    }

    /// <summary>The demand with that id; null: unknown.</summary>
    public StandingDemand? Find(string id) => _slots.TryGetValue(id, out var slot) ? _prefilter[slot].Demand : null;

    /// <summary>The demands whose ids come after the given one (null: all), in ordinal order.</summary>
    public IEnumerable<StandingDemand> After(string? id) =>
        _slots
            .SkipWhile(entry => id is not null && string.CompareOrdinal(entry.Key, id) <= 0)
            .Select(entry => _prefilter[entry.Value].Demand);

    /// <summary>
    /// The profile as it appears in the demand's list of notified matches on that day; null: not in the list.
    /// </summary>
    /// <param name="id">The id of a known demand.</param>
    public Match? Notified(string id, Profile profile, DateOnly day)
    {
        var state = _prefilter[_slots[id]].Evaluate(EncodedProfile.Of(board, profile, day, Gates));
        return state.Profile is null ? null : state.Explain();
    }

    /// <summary>
    /// The effect of a batch of changes, by demand (ordinal) and audience; transitions in the order of the changes. A
    /// profile that differs only in <see cref="Profile.Public"/> appears or disappears for the public.
    /// </summary>
    /// <param name="dayBefore">The day in Hong Kong for which the state before was evaluated.</param>
    /// <param name="dayAfter">The same day, or the new one.</param>
    /// <param name="indexBefore">The board before, in which runs of spaces stood; null: it has none.</param>
    /// <param name="indexAfter">The board after; null as <paramref name="indexBefore"/>.</param>
    public ImmutableArray<DemandChange> Changes(
        IReadOnlyList<ProfileChange> changes,
        DateOnly dayBefore,
        DateOnly dayAfter,
        IndexSnapshot? indexBefore = null,
        IndexSnapshot? indexAfter = null
    ) => Changes(changes, (dayBefore, Gates), (dayAfter, Gates), indexBefore, indexAfter);

    /// <summary>
    /// The effect of another table of gates on that day: each profile that a turned rule concerns counts as a change.
    /// Changes nothing.
    /// </summary>
    /// <param name="before">The board as it is judged by <see cref="Gates"/>.</param>
    /// <param name="after">The same board by the other table.</param>
    /// <param name="among">The profiles to look at; null: all.</param>
    public ImmutableArray<DemandChange> ChangesBy(
        IndexSnapshot before,
        IndexSnapshot after,
        DateOnly day,
        IEnumerable<Profile>? among = null
    ) =>
        Changes(
            [.. (among ?? after.TurnedFrom(before.Gates, day)).Select(profile => new ProfileChange(profile, profile))],
            (day, before.Gates),
            (day, after.Gates),
            before,
            after
        );

    /// <summary>Judges by another table of gates from now on. Raises no events: see <see cref="ChangesBy"/>.</summary>
    public void JudgeBy(GateTable gates)
    {
        Gates = gates;
        foreach (var slot in _slots.Values)
        {
            if (_prefilter[slot] is { ReadsGates: true } demand)
                _prefilter.Rejudge(slot, new(board, demand.Demand, gates));
        }
    }

    private ImmutableArray<DemandChange> Changes(
        IReadOnlyList<ProfileChange> changes,
        (DateOnly Day, GateTable Gates) stateBefore,
        (DateOnly Day, GateTable Gates) stateAfter,
        IndexSnapshot? indexBefore,
        IndexSnapshot? indexAfter
    )
    {
        var collector = new TransitionCollector();
        foreach (var (before, after) in changes)
            _prefilter.Collect(
                EncodedProfile.Of(board, before, stateBefore.Day, stateBefore.Gates),
                EncodedProfile.Of(board, after, stateAfter.Day, stateAfter.Gates),
                collector
            );
        if (indexBefore is not null && indexAfter is not null && _combining.Count > 0)
        {
            var runs = new RunChanges(changes, indexBefore, indexAfter, stateBefore.Day, stateAfter.Day);
            foreach (var id in _combining)
                runs.Collect(_prefilter[_slots[id]], collector);
        }

        return collector.ToChanges();
    }

    /// <summary>
    /// The effect of a new day in Hong Kong: each profile in which a value becomes stale or a claim expires counts as a
    /// change.
    /// </summary>
    /// <param name="index">The index as it is on the new day.</param>
    /// <param name="turned">The profiles that came to the board or left it, or whose hold ended.</param>
    public ImmutableArray<DemandChange> AdvanceDay(
        IndexSnapshot index,
        DateOnly before,
        DateOnly after,
        params IReadOnlyCollection<ProfileChange> turned
    )
    {
        var known = turned.Select(change => change.After?.Id).ToHashSet(StringComparer.Ordinal);
        return Changes(
            [
                .. turned,
                .. index
                    .ExpiringBetween(before, after)
                    .Where(profile => !known.Contains(profile.Id))
                    .Select(profile => new ProfileChange(profile, profile)),
            ],
            before,
            after,
            // As it was the day before, with the holds that have ended.
            index.With([.. turned.Select(change => change.Before).OfType<Profile>()], []),
            index
        );
    }

    /// <summary>
    /// The effect of a demand's new revision on each profile of its board; at most one change per audience, transitions
    /// by id.
    /// </summary>
    /// <param name="indexBefore">
    /// The index before the change; the same as <paramref name="indexAfter"/>, unless profiles changed too.
    /// </param>
    public static ImmutableArray<DemandChange> RevisionChanges(
        StandingDemand before,
        StandingDemand after,
        IndexSnapshot indexBefore,
        IndexSnapshot indexAfter,
        DateOnly day
    )
    {
        var board = indexAfter.Board;
        var (old, current, collector) = (
            new CompiledStandingDemand(board, before, indexBefore.Gates),
            new CompiledStandingDemand(board, after, indexAfter.Gates),
            new TransitionCollector()
        );
        foreach (var profile in indexAfter.Profiles.OrderBy(profile => profile.Id, StringComparer.Ordinal))
            collector.Add(
                current,
                old.Evaluate(EncodedProfile.Of(board, indexBefore.Find(profile.Id), day, indexBefore.Gates)),
                current.Evaluate(EncodedProfile.Of(board, profile, day, indexAfter.Gates))
            );
        var (runsBefore, runsAfter) = (Runs(old, indexBefore, day), Runs(current, indexAfter, day));
        foreach (var id in runsBefore.Keys.Union(runsAfter.Keys).Order(StringComparer.Ordinal))
            collector.Add(current, runsBefore.GetValueOrDefault(id), runsAfter.GetValueOrDefault(id));
        return collector.ToChanges();
    }

    private static Dictionary<string, NotifiedMatch> Runs(
        CompiledStandingDemand demand,
        IndexSnapshot index,
        DateOnly day
    ) =>
        index
            .Runs(
                new(
                    demand.Demand.Criteria,
                    0,
                    day,
                    new(true, null, Demand: demand.Demand.Id),
                    Combine: demand.Demand.Combine
                )
            )
            .Select(run => demand.Notified(run, day, index.Gates))
            .Where(run => run.Profile is not null)
            .ToDictionary(run => run.Profile!.Id, StringComparer.Ordinal);
}
