using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>
/// The standing demands of one board, and what each change means to them (matching.md section 7). One writer: calls must not overlap.
/// </summary>
public sealed class StandingDemands(Board board)
{
    private readonly SortedDictionary<string, Watcher> _watchers = new(StringComparer.Ordinal);

    public int Count => _watchers.Count;

    /// <summary>Takes a demand in, or its new version in place of the old one. Raises nothing: see <see cref="Rewritten"/>.</summary>
    /// <exception cref="ArgumentException">It is of another board.</exception>
    public void Put(StandingDemand demand)
    {
        if (demand.Board != board.Code)
            throw new ArgumentException($"{demand.Id} is of the board {demand.Board}, not {board.Code}.", nameof(demand));
        _watchers[demand.Id] = new(board, demand);
    }

    /// <summary>Drops a demand; one that is not here is passed over.</summary>
    public void Remove(string id) => _watchers.Remove(id);

    /// <summary>The demand of that id; null: it is not here.</summary>
    public StandingDemand? Find(string id) => _watchers.TryGetValue(id, out var watcher) ? watcher.Demand : null;

    /// <summary>
    /// What a batch of changes means, by demand (ordinal) and audience; transitions in the order of the changes. A profile that differs only in
    /// <see cref="Profile.Public"/> appears or goes for the public.
    /// </summary>
    /// <param name="dayBefore">The day in Hong Kong on which the state before was judged.</param>
    /// <param name="dayAfter">The same day, or the new one.</param>
    public ImmutableArray<DemandChange> Changes(IReadOnlyList<ProfileChange> changes, DateOnly dayBefore, DateOnly dayAfter)
    {
        var results = ImmutableArray.CreateBuilder<DemandChange>();
        foreach (var watcher in _watchers.Values)
        {
            var feeds = new Feeds(watcher.Demand.Id);
            foreach (var (before, after) in changes)
                feeds.Add(watcher.State(before, dayBefore), watcher.State(after, dayAfter));
            results.AddRange(feeds.ToChanges());
        }

        return results.ToImmutable();
    }

    /// <summary>What a new day in Hong Kong means: each profile as a change, by what became stale or expired.</summary>
    public ImmutableArray<DemandChange> NewDay(Catalogue catalogue, DateOnly before, DateOnly after) =>
        Changes([.. catalogue.Profiles.Select(profile => new ProfileChange(profile, profile))], before, after);

    /// <summary>What a demand's new version means for each profile of its board; at most one change an audience, transitions by id.</summary>
    public static ImmutableArray<DemandChange> Rewritten(
        StandingDemand before, StandingDemand after, Catalogue catalogue, DateOnly day)
    {
        var old = new Watcher(catalogue.Board, before);
        var next = new Watcher(catalogue.Board, after);
        var feeds = new Feeds(after.Id);
        foreach (var profile in catalogue.Profiles.OrderBy(profile => profile.Id, StringComparer.Ordinal))
            feeds.Add(old.State(profile, day), next.State(profile, day));
        return [.. feeds.ToChanges()];
    }
}
