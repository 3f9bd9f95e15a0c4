using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Consortium;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Facets;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Questions;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// The profiles of one board at one moment, immutable: a writer makes the next snapshot (copying only the segments that
/// it changes) while any number of readers search this one.
/// </summary>
public sealed partial class IndexSnapshot
{
    private readonly ImmutableArray<Segment> _segments;
    private readonly ImmutableDictionary<string, int> _rows;
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _groups;

    private IndexSnapshot(
        Board board,
        GateTable gates,
        ImmutableArray<Segment> segments,
        ImmutableDictionary<string, int> rows,
        ImmutableDictionary<string, ImmutableArray<string>> groups
    )
    {
        Board = board;
        Gates = gates;
        _segments = segments;
        _rows = rows;
        _groups = groups;
    }

    public Board Board { get; }

    public int Count => _rows.Count;

    /// <summary>Every profile, in no particular order.</summary>
    public IEnumerable<Profile> Profiles
    {
        get
        {
            foreach (var segment in _segments)
            {
                for (var row = 0; row < segment.Count; row++)
                    yield return segment.Profiles[row];
            }
        }
    }

    /// <summary>
    /// The profiles in which a value becomes stale, a claim expires or a gate turns between the two days.
    /// </summary>
    internal IEnumerable<Profile> ExpiringBetween(DateOnly before, DateOnly after) =>
        _segments.SelectMany(segment => segment.ExpiringBetween(before, after, Gates.TurnedIn(before, Gates, after)));

    /// <param name="gates">Null: the shipped rules.</param>
    public static IndexSnapshot Empty(Board board, GateTable? gates = null) =>
        new(
            board,
            gates ?? GateTable.Shipped,
            [],
            ImmutableDictionary.Create<string, int>(StringComparer.Ordinal),
            ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal)
        );

    /// <summary>
    /// The snapshot after a batch of changes: removals first, then new and changed profiles; of two with one id the
    /// last wins.
    /// </summary>
    /// <param name="changed">As <see cref="ValueRules"/> normalised them.</param>
    /// <param name="removed">Ids; unknown ones are ignored.</param>
    public IndexSnapshot With(IReadOnlyList<Profile> changed, IReadOnlyCollection<string> removed)
    {
        var builder = new SnapshotBuilder(Board, _segments, _rows, _groups);
        foreach (var id in removed)
            builder.Remove(id);
        foreach (var profile in changed)
            builder.Put(profile);
        return new(Board, Gates, builder.Segments, builder.Rows, builder.Groups);
    }

    /// <summary>The profile with that id; null: not in the index.</summary>
    public Profile? Find(string id) =>
        _rows.TryGetValue(id, out var row) ? _segments[row / Segment.Size].Profiles[row % Segment.Size] : null;

    /// <summary>
    /// One profile evaluated by the query; null: the demand does not accept it, or the viewer may not see it.
    /// </summary>
    public Match? Match(Query query, string id)
    {
        var demand = Compiled(query);
        return
            (RunId.Members(id) is { } members ? RunSearch.Of([.. members.Select(Find)], demand, query.AsOf) : Find(id))
                is { } profile
            && query.Viewer.MaySee(profile)
            && Evaluator.Evaluate(demand, profile, query.AsOf) is { Verdict: Verdict.Match or Verdict.Possible } match
            ? match
            : null;
    }

    /// <summary>The spaces of a building, in no particular order.</summary>
    internal IEnumerable<Profile> Neighbours(string building) =>
        _groups.TryGetValue(building, out var ids) ? ids.Select(id => Find(id)!) : [];

    /// <summary>Every run of adjacent spaces that the query's demand accepts and the viewer may see.</summary>
    internal List<Profile> Runs(Query query) => RunSearch.All(_segments, Compiled(query), query);

    /// <summary>
    /// The number of profiles that the demand accepts and the viewer may see, and exactly the first of them in order.
    /// </summary>
    /// <param name="besides">The ids of profiles that are left out because they are known; null: none.</param>
    public SearchResult Search(Query query, IReadOnlySet<string>? besides = null)
    {
        var demand = Compiled(query);
        var runs = RunCollector.Of(demand);
        var scan = new Scan(demand, query, runs);
        var order = new RowOrder(Board, query.Order);
        var topK = new TopK(query.Top);
        var count = 0;
        foreach (var segment in _segments)
        {
            var rows = scan.Accepted(segment);
            var scores = scan.Scores(segment, rows);
            count += rows.Length;
            for (var i = 0; i < rows.Length; i++)
            {
                if (besides is { Count: > 0 } && besides.Contains(segment.Profiles[rows[i]].Id))
                    count--;
                else
                    topK.Offer(order.Rank(segment, rows[i], scores[i]));
            }
        }

        count += runs?.Rank(order, topK) ?? 0;
        return new(count, [.. topK.InOrder().Select(scan.Explain)]);
    }

    /// <summary>
    /// The visible profiles whose name the text is, or their building's, in any script and with or without words such
    /// as Limited; those with exactly that name first, then by id.
    /// </summary>
    public ImmutableArray<Profile> Named(Viewer viewer, string text)
    {
        if (NameKey.Of(text).Length == 0)
            return [];
        var parts = NameKey.ByScript(text);
        return
        [
            .. _segments
                .SelectMany(segment =>
                {
                    var index = segment.GetInvertedIndex();
                    var named = index.Named(text);
                    // A name may stand in both scripts, one after the other.
                    if (named.Count == 0 && parts is var (latin, han))
                        named = [.. index.Named(latin).IntersectBy(index.Named(han).Select(Row), Row)];
                    return named.Select(found => (Profile: segment.Profiles[found.Row], found.IsWhole));
                })
                .Where(found => viewer.MaySee(found.Profile))
                .OrderByDescending(found => found.IsWhole)
                .ThenBy(found => found.Profile.Id, StringComparer.Ordinal)
                .Select(found => found.Profile),
        ];

        static ushort Row((ushort Row, bool IsWhole) found) => found.Row;
    }

    /// <summary>
    /// The visible profiles for which the fewest of the query's musts are unmet and words missing, and of equally many
    /// the fewest musts; at least half of both must be there, or all musts. In the order of lists, in which an unmet
    /// must counts as 0. What the query excludes stays out.
    /// </summary>
    public PartialResult SearchMost(Query query)
    {
        var demand = Compiled(query with { Combine = null });
        var scan = new Scan(demand, query);
        var order = new RowOrder(Board, query.Order);
        var (count, topK) = (0, new TopK(query.Top));
        // What has less than half of the text is no answer.
        var fewest = int.MaxValue - 1;
        foreach (var segment in _segments)
        {
            var rows = scan.Fewest(segment, ref fewest, out var isFewer);
            if (isFewer)
                (count, topK) = (0, new(query.Top));
            var scores = scan.Scores(segment, rows);
            count += rows.Length;
            for (var i = 0; i < rows.Length; i++)
                topK.Offer(order.Rank(segment, rows[i], scores[i]));
        }

        return new(count, [.. topK.InOrder().Select(profile => scan.ExplainPartly(profile, query.Words ?? []))]);
    }

    /// <summary>
    /// For each must, the visible profiles that this must alone rejects, and the effect of relaxing it. A fixed must
    /// appears among the near misses and never among the relaxations. <see cref="Query.Top"/> is ignored.
    /// </summary>
    /// <param name="top">The maximum number of near misses per must.</param>
    public NearMissReport NearMisses(Query query, int top)
    {
        var demand = Compiled(query);
        var collectors = demand
            .Criteria.Select((criterion, index) => new NearMissCollector(criterion, index, top))
            .ToArray();
        var scan = new Scan(demand, query.Viewer, query.AsOf);
        var order = new RowOrder(Board, query.Order);
        foreach (var segment in _segments)
        {
            var rows = scan.NearMisses(segment);
            var scores = scan.Scores(segment, rows);
            for (var i = 0; i < rows.Length; i++)
            {
                collectors[scan.UnmetMust(rows[i])].Add(order.Rank(segment, rows[i], scores[i]), query.AsOf);
            }
        }

        RunSearch.AddNearMisses(_segments, demand, query, order, collectors);
        return new(
            [.. collectors.Select(collector => collector.ToRelaxation()).OfType<Relaxation>()],
            [
                .. collectors
                    .Where(collector => collector.Count > 0)
                    .Select(collector => collector.ToNearMiss(demand, query.AsOf)),
            ]
        );
    }

    /// <summary>
    /// What nobody states and musts of the query's possible matches ask, the answers that decide the most first
    /// (matching.md section 16). <see cref="Query.Top"/> is ignored.
    /// </summary>
    /// <param name="recordOf">The record of a profile's id that is asked.</param>
    public ImmutableArray<OpenQuestion> Questions(Query query, Func<string, string> recordOf)
    {
        var demand = Compiled(query);
        var runs = RunCollector.Of(demand);
        var scan = new Scan(demand, query, runs);
        var collector = new QuestionCollector(demand, query.AsOf, recordOf);
        foreach (var segment in _segments)
        {
            var rows = scan.Accepted(segment);
            collector.Add(segment, rows, scan.Scores(segment, rows));
        }

        collector.Add(runs);
        return collector.InOrder();
    }

    /// <summary>
    /// How the visible profiles are spread over attributes (matching.md section 11). <see cref="Query.Top"/> is
    /// ignored.
    /// </summary>
    /// <param name="attributes">As <see cref="FacetRules"/> chose them.</param>
    /// <param name="bins">1 to <see cref="FacetRules.MaxBins"/>.</param>
    public FacetReport Facets(Query query, ImmutableArray<BoardAttribute> attributes, int bins)
    {
        var scan = new FacetScan(Board, query, attributes, bins, Gates);
        foreach (var segment in _segments)
            scan.Add(segment);
        if (query.Combine is not null)
            RunSearch.AddFacets(_segments, Compiled(query), query, scan);
        return scan.ToReport(query.AsOf);
    }

    /// <summary>
    /// The smallest set of visible profiles, each accepted on every criterion but the <c>covers</c>, that together meet
    /// every <c>covers</c> must of the query (matching.md section 9). <see cref="Query.Top"/> is ignored.
    /// </summary>
    /// <exception cref="ArgumentException">More than <see cref="ConsortiumLines.MaxLines"/> criteria are
    /// <c>covers</c>.</exception>
    public ConsortiumReport Consortium(Query query)
    {
        var lines = new ConsortiumLines(Board, query.Criteria, Gates);
        var scan = new Scan(lines.WithoutLines, query.Viewer, query.AsOf);
        var members = new List<Member>();
        foreach (var segment in _segments)
        {
            var rows = scan.Accepted(segment);
            var scores = scan.Scores(segment, rows);
            for (var i = 0; i < rows.Length; i++)
            {
                if (lines.CoveredBy(segment.Profiles[rows[i]], query.AsOf) is var covered and not 0)
                    members.Add(new(covered, scores[i].Points, segment.Profiles[rows[i]].Id));
            }
        }

        return lines.Report(members);
    }
}
