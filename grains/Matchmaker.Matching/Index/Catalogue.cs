using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>
/// The profiles of one board at one moment, never changed: a writer makes the next one (copying only the blocks that it writes to)
/// while any number of readers search this one.
/// </summary>
public sealed class Catalogue
{
    private readonly ImmutableArray<Block> _blocks;
    private readonly ImmutableDictionary<string, int> _rows;

    private Catalogue(Board board, ImmutableArray<Block> blocks, ImmutableDictionary<string, int> rows)
    {
        Board = board;
        _blocks = blocks;
        _rows = rows;
    }

    public Board Board { get; }

    public int Count => _rows.Count;

    /// <summary>Every profile, in no order that means anything.</summary>
    public IEnumerable<Profile> Profiles
    {
        get
        {
            foreach (var block in _blocks)
            {
                for (var row = 0; row < block.Count; row++)
                    yield return block.Profiles[row];
            }
        }
    }

    public static Catalogue Empty(Board board) => new(board, [], ImmutableDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>The catalogue after a batch of changes: first the removals, then the new and changed profiles; the last of two with one id stands.</summary>
    /// <param name="changed">As <see cref="ValueRules"/> normalised them.</param>
    /// <param name="removed">Ids; one that is not here is passed over.</param>
    public Catalogue With(IReadOnlyList<Profile> changed, IReadOnlyCollection<string> removed)
    {
        var draft = new Draft(_blocks, _rows);
        foreach (var id in removed)
            draft.Remove(id);
        foreach (var profile in changed)
            draft.Put(profile);
        return new(Board, draft.Blocks, draft.Rows);
    }

    /// <summary>The profile of that id; null: it is not here.</summary>
    public Profile? Find(string id) =>
        _rows.TryGetValue(id, out var row) ? _blocks[row / Block.Size].Profiles[row % Block.Size] : null;

    /// <summary>How many profiles the demand accepts of those that the viewer may see, and exactly the first of them in order.</summary>
    public Found Search(Query query)
    {
        var yardstick = new Yardstick(Board, query.Criteria);
        var best = new Best(query.Top);
        var count = 0;
        foreach (var profile in Profiles.Where(query.Viewer.MaySee))
        {
            var tally = yardstick.Tally(profile, query.AsOf);
            if (!tally.IsAccepted)
                continue;
            count++;
            best.Offer(new(profile, tally.Points, tally.UnknownMusts));
        }

        return new(count, [.. best.InOrder().Select(profile => Judge.Of(yardstick, profile, query.AsOf))]);
    }

    /// <summary>
    /// For each must the profiles that it alone keeps out, of those that the viewer may see, and what relaxing it would admit.
    /// A fixed must is among the near misses and never among the relaxations. <see cref="Query.Top"/> plays no part.
    /// </summary>
    /// <param name="top">How many near misses of each must to return at most.</param>
    public NearMissReport NearMisses(Query query, int top)
    {
        var yardstick = new Yardstick(Board, query.Criteria);
        var barriers = yardstick.Gauges.Select((gauge, at) => new Barrier(gauge, at, top)).ToArray();
        foreach (var profile in Profiles.Where(query.Viewer.MaySee))
        {
            var tally = yardstick.Tally(profile, query.AsOf);
            if (tally.UnmetMusts == 1)
                barriers[tally.UnmetAt].Add(new(profile, tally.Points, tally.UnknownMusts), query.AsOf);
        }

        var standing = barriers.Where(barrier => barrier.HasAny).ToList();
        return new(
            [.. standing.Select(barrier => barrier.ToRelaxation()).OfType<Relaxation>()],
            [.. standing.Select(barrier => barrier.ToNearMiss(yardstick, query.AsOf))]);
    }
}
