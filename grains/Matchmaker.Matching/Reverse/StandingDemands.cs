using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reverse;

/// <summary>
/// The standing demands of one board, and what each change means to them (matching.md section 7). One writer: calls must not overlap.
/// </summary>
public sealed class StandingDemands(Board board)
{
    private readonly SortedDictionary<string, CompiledStandingDemand> _watchers = new(StringComparer.Ordinal);

    // Made anew at the first change after demands came or went, because loading thousands of demands must not sort them each time.
    private DemandPrefilter? _doors;

    public int Count => _watchers.Count;

    /// <summary>Takes a demand in, or its new version in place of the old one. Raises nothing: see <see cref="Rewritten"/>.</summary>
    /// <exception cref="ArgumentException">It is of another board.</exception>
    public void Put(StandingDemand demand)
    {
        if (demand.Board != board.Code)
            throw new ArgumentException(
                $"{demand.Id} is of the board {demand.Board}, not {board.Code}.",
                nameof(demand)
            );
        _watchers[demand.Id] = new(board, demand);
        _doors = null;
    }

    /// <summary>Drops a demand; one that is not here is passed over.</summary>
    public void Remove(string id)
    {
        if (_watchers.Remove(id))
            _doors = null;
    }

    /// <summary>The demand of that id; null: it is not here.</summary>
    public StandingDemand? Find(string id) => _watchers.TryGetValue(id, out var watcher) ? watcher.Demand : null;

    /// <summary>The demands whose ids come after that one (null: all), in ordinal order.</summary>
    public IEnumerable<StandingDemand> After(string? id) =>
        _watchers
            .SkipWhile(one => id is not null && string.CompareOrdinal(one.Key, id) <= 0)
            .Select(one => one.Value.Demand);

    /// <summary>The profile as a demand's list of notified ones shows it on that day; null: it is not in it.</summary>
    /// <param name="id">A demand that is here.</param>
    public Match? Notified(string id, Profile profile, DateOnly day)
    {
        var state = _watchers[id].State(EncodedProfile.Of(board, profile, day));
        return state.Profile is null ? null : state.Explain();
    }

    /// <summary>
    /// What a batch of changes means, by demand (ordinal) and audience; transitions in the order of the changes. A profile that differs only in
    /// <see cref="Profile.Public"/> appears or goes for the public.
    /// </summary>
    /// <param name="dayBefore">The day in Hong Kong on which the state before was judged.</param>
    /// <param name="dayAfter">The same day, or the new one.</param>
    public ImmutableArray<DemandChange> Changes(
        IReadOnlyList<ProfileChange> changes,
        DateOnly dayBefore,
        DateOnly dayAfter
    )
    {
        _doors ??= new DemandPrefilter([.. _watchers.Values]);
        var feeds = new TransitionCollector?[_watchers.Count];
        foreach (var (before, after) in changes)
            _doors.Visit(EncodedProfile.Of(board, before, dayBefore), EncodedProfile.Of(board, after, dayAfter), feeds);
        return [.. feeds.OfType<TransitionCollector>().SelectMany(feed => feed.ToChanges())];
    }

    /// <summary>What a new day in Hong Kong means: each profile as a change, by what became stale or expired.</summary>
    /// <param name="catalogue">Without what left the board with the day before.</param>
    /// <param name="over">What left it.</param>
    public ImmutableArray<DemandChange> NewDay(
        IndexSnapshot catalogue,
        DateOnly before,
        DateOnly after,
        params IEnumerable<ProfileChange> over
    ) =>
        Changes(
            [
                .. over,
                .. catalogue.ExpiringBetween(before, after).Select(profile => new ProfileChange(profile, profile)),
            ],
            before,
            after
        );

    /// <summary>What a demand's new version means for each profile of its board; at most one change an audience, transitions by id.</summary>
    /// <param name="catalogueBefore">The profiles before the change: the same ones, if they changed at all.</param>
    public static ImmutableArray<DemandChange> Rewritten(
        StandingDemand before,
        StandingDemand after,
        IndexSnapshot catalogueBefore,
        IndexSnapshot catalogueAfter,
        DateOnly day
    )
    {
        var board = catalogueAfter.Board;
        var (old, next, feeds) = (
            new CompiledStandingDemand(board, before),
            new CompiledStandingDemand(board, after),
            new TransitionCollector(after.Id)
        );
        foreach (var profile in catalogueAfter.Profiles.OrderBy(profile => profile.Id, StringComparer.Ordinal))
            feeds.Add(
                old.State(EncodedProfile.Of(board, catalogueBefore.Find(profile.Id), day)),
                next.State(EncodedProfile.Of(board, profile, day))
            );
        return [.. feeds.ToChanges()];
    }
}
