using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Consortium;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// The profiles of one board at one moment, never changed: a writer makes the next one (copying only the blocks that it writes to)
/// while any number of readers search this one.
/// </summary>
public sealed class IndexSnapshot
{
    private readonly ImmutableArray<Segment> _blocks;
    private readonly ImmutableDictionary<string, int> _rows;

    private IndexSnapshot(Board board, ImmutableArray<Segment> blocks, ImmutableDictionary<string, int> rows)
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

    /// <summary>The profiles of which anything becomes stale or expires between two days.</summary>
    internal IEnumerable<Profile> ExpiringBetween(DateOnly before, DateOnly after) =>
        _blocks.SelectMany(block => block.ExpiringBetween(before, after));

    public static IndexSnapshot Empty(Board board) =>
        new(board, [], ImmutableDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>The catalogue after a batch of changes: first the removals, then the new and changed profiles; the last of two with one id stands.</summary>
    /// <param name="changed">As <see cref="ValueRules"/> normalised them.</param>
    /// <param name="removed">Ids; one that is not here is passed over.</param>
    public IndexSnapshot With(IReadOnlyList<Profile> changed, IReadOnlyCollection<string> removed)
    {
        var draft = new SnapshotBuilder(Board, _blocks, _rows);
        foreach (var id in removed)
            draft.Remove(id);
        foreach (var profile in changed)
            draft.Put(profile);
        return new(Board, draft.Blocks, draft.Rows);
    }

    /// <summary>The profile of that id; null: it is not here.</summary>
    public Profile? Find(string id) =>
        _rows.TryGetValue(id, out var row) ? _blocks[row / Segment.Size].Profiles[row % Segment.Size] : null;

    /// <summary>One profile as the query judges it, whatever its place; null: the demand does not accept it, or the viewer may not see it.</summary>
    public Match? Match(Query query, string id) =>
        Find(id) is { } profile
        && query.Viewer.MaySee(profile)
        && Evaluator.Of(new CompiledDemand(Board, query.Criteria), profile, query.AsOf)
            is { Verdict: Verdict.Match or Verdict.Possible } match
            ? match
            : null;

    /// <summary>How many profiles the demand accepts of those that the viewer may see, and exactly the first of them in order.</summary>
    public SearchResult Search(Query query)
    {
        var scan = new Scan(new CompiledDemand(Board, query.Criteria), query.Viewer, query.AsOf, query.Words);
        var best = new TopK(query.Top);
        var count = 0;
        foreach (var block in _blocks)
        {
            var rows = scan.Accepted(block);
            var scores = scan.Scores(block, rows);
            count += rows.Length;
            for (var i = 0; i < rows.Length; i++)
                best.Offer(block.Rank(rows[i], scores[i]));
        }

        return new(count, [.. best.InOrder().Select(scan.Explain)]);
    }

    /// <summary>
    /// For each must the profiles that it alone keeps out, of those that the viewer may see, and what relaxing it would admit.
    /// A fixed must is among the near misses and never among the relaxations. <see cref="Query.Top"/> plays no part.
    /// </summary>
    /// <param name="top">How many near misses of each must to return at most.</param>
    public NearMissReport NearMisses(Query query, int top)
    {
        var yardstick = new CompiledDemand(Board, query.Criteria);
        var barriers = yardstick.Gauges.Select((gauge, at) => new NearMissCollector(gauge, at, top)).ToArray();
        var scan = new Scan(yardstick, query.Viewer, query.AsOf);
        foreach (var block in _blocks)
        {
            var rows = scan.Near(block);
            var scores = scan.Scores(block, rows);
            for (var i = 0; i < rows.Length; i++)
            {
                barriers[scan.RefusedAt(rows[i])].Add(block.Rank(rows[i], scores[i]), query.AsOf);
            }
        }

        var standing = barriers.Where(barrier => barrier.HasAny).ToList();
        return new(
            [.. standing.Select(barrier => barrier.ToRelaxation()).OfType<Relaxation>()],
            [.. standing.Select(barrier => barrier.ToNearMiss(yardstick, query.AsOf))]
        );
    }

    /// <summary>
    /// The smallest set of profiles, each accepted on every criterion but the <c>covers</c>, that together meet every <c>covers</c> must of the
    /// query (matching.md section 9), of those that the viewer may see. <see cref="Query.Top"/> plays no part.
    /// </summary>
    /// <exception cref="ArgumentException">More than <see cref="ConsortiumLines.Most"/> criteria are <c>covers</c>.</exception>
    public ConsortiumReport Consortium(Query query)
    {
        var lines = new ConsortiumLines(Board, query.Criteria);
        var scan = new Scan(lines.Others, query.Viewer, query.AsOf);
        var members = new List<Member>();
        foreach (var block in _blocks)
        {
            var rows = scan.Accepted(block);
            var scores = scan.Scores(block, rows);
            for (var i = 0; i < rows.Length; i++)
            {
                if (lines.CoveredBy(block.Profiles[rows[i]], query.AsOf) is var covered and not 0)
                    members.Add(new(covered, scores[i].Points, block.Profiles[rows[i]].Id));
            }
        }

        return lines.Report(members);
    }
}
