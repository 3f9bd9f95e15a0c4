using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Runs;

/// <summary>
/// Collects an index's spaces that may be members of a demand's runs, segment by segment, with what they give for each
/// criterion; then finds the runs among them.
/// </summary>
internal sealed class RunCollector(CompiledDemand demand, RunRules rules)
{
    /// <summary>The lack of a candidate that no must but those on area rejects.</summary>
    public const int NoLack = -1;

    private readonly int _criteria = demand.Criteria.Length;
    private readonly Sighting[] _found = new Sighting[Segment.Size];
    private readonly List<(Segment Segment, Sighting[] Sightings)> _sightings = [];
    private readonly List<Candidate> _candidates = [];
    private ImmutableArray<CriterionColumn> _columns = [];
    private int[] _readings = [];
    private bool[] _stale = [];
    private List<CandidateRow>? _rows;

    /// <summary>Receives a run's members as numbers of candidates, in order of position.</summary>
    public delegate void Found(ReadOnlySpan<int> members);

    /// <summary>As <see cref="Found"/>, of a run that stands only when one must, or all on one attribute, are
    /// dropped.</summary>
    public delegate void FoundLacking(int lack, ReadOnlySpan<int> members);

    /// <summary>Null: the demand takes single spaces alone.</summary>
    public static RunCollector? Of(CompiledDemand demand) => demand.Runs is { } rules ? new(demand, rules) : null;

    /// <summary>Takes in those rows that have a place and are too small by themselves.</summary>
    /// <param name="rows">
    /// Rows that musts of at most one key reject, those on area set aside; without <paramref name="unmet"/> rows that
    /// no look-up rejects.
    /// </param>
    /// <param name="columns">One per criterion of the demand.</param>
    /// <param name="unmet">By row what rejects it; empty: nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(
        Segment segment,
        ReadOnlySpan<int> rows,
        ImmutableArray<CriterionColumn> columns,
        ReadOnlySpan<UnmetMusts> unmet = default
    )
    {
        _columns = columns;
        var count = 0;
        var schema = ColumnSchema.Of(demand.Board);
        var areas = segment.Column(schema.FirstColumnOf(RunRules.Area));
        var spots = segment.FloorSpots;
        foreach (var row in rows)
        {
            if (areas[row] >= rules.Sums.Min || spots[row] == FloorSpot.None)
                continue;
            _found[count++] = new(
                spots[row],
                row,
                areas[row],
                unmet.IsEmpty || unmet[row].Count == 0 ? NoLack : unmet[row].LastUnmet
            );
        }

        if (count > 0)
            _sightings.Add((segment, _found[..count]));
    }

    /// <summary>The demand's runs.</summary>
    public void Each(Found found)
    {
        foreach (var row in Rows())
            row.Find(rules.Sums, rules.Most, NoLack, found);
    }

    /// <summary>Offers the demand's runs to a ranking.</summary>
    /// <returns>How many there are.</returns>
    public int Rank(RowOrder order, TopK topK)
    {
        var count = 0;
        Each(members =>
        {
            count++;
            order.Rank(this, members, topK);
        });
        return count;
    }

    /// <summary>
    /// The runs that are the demand's only when the musts of one key are dropped, those on area again set aside.
    /// </summary>
    public void EachLacking(FoundLacking found)
    {
        foreach (var row in Rows())
        {
            foreach (var lack in row.Lacks())
                row.Find(rules.Sums, rules.Most, lack, members => found(lack, members));
        }
    }

    /// <summary>
    /// The runs that are the demand's only when one of several musts on area is dropped; a demand without any combines
    /// nothing.
    /// </summary>
    public void EachLackingArea(FoundLacking found)
    {
        foreach (var must in rules.AreaMusts)
        {
            if (rules.SumsWithout(must) is not { } sums)
                continue;
            foreach (var row in Rows())
            {
                row.Find(
                    sums,
                    rules.Most,
                    NoLack,
                    members =>
                    {
                        if (demand.Criteria[must].UtilityFunction.At(ReadingOf(members, must)) == 0)
                            found(must, members);
                    }
                );
            }
        }
    }

    /// <summary>What a run gives for a criterion of the demand.</summary>
    public int ReadingOf(ReadOnlySpan<int> members, int criterion)
    {
        Span<int> readings = stackalloc int[members.Length];
        Span<int> areas = stackalloc int[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            readings[i] = MemberReading(members[i], criterion);
            areas[i] = _candidates[members[i]].Spot.Area;
        }

        return RunReadings.Of(demand.Criteria[criterion].AttributeIndex, demand.Criteria[criterion], readings, areas);
    }

    /// <summary>What one member gives for a criterion of the demand.</summary>
    public int MemberReading(int member, int criterion) => _readings[(member * _criteria) + criterion];

    /// <summary>What a run gives for an attribute of the board.</summary>
    /// <param name="read">The reading of a row.</param>
    public int ValueOf(ReadOnlySpan<int> members, int attribute, Func<Segment, int, int> read)
    {
        Span<int> readings = stackalloc int[members.Length];
        Span<int> areas = stackalloc int[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            var candidate = _candidates[members[i]];
            readings[i] = read(candidate.Segment, candidate.Row);
            areas[i] = candidate.Spot.Area;
        }

        return RunReadings.Of(
            attribute,
            demand.Criteria.FirstOrDefault(criterion => criterion.AttributeIndex == attribute),
            readings,
            areas
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RowScore ScoreOf(ReadOnlySpan<int> members)
    {
        var score = ScoreAccumulator.Empty;
        for (var criterion = 0; criterion < _criteria; criterion++)
        {
            var stale = false;
            foreach (var member in members)
                stale |= _stale[(member * _criteria) + criterion];
            score = score.Add(demand.Criteria[criterion], criterion, ReadingOf(members, criterion), stale);
        }

        return new(score.Points, score.UnknownMusts);
    }

    public Profile ToProfile(ReadOnlySpan<int> members)
    {
        var profiles = ImmutableArray.CreateBuilder<Profile>(members.Length);
        foreach (var member in members)
            profiles.Add(_candidates[member].Profile);
        return SpaceRun.Of(profiles.MoveToImmutable());
    }

    // Most spaces have no neighbour among the others, and are looked at no further.
    private List<CandidateRow> Rows()
    {
        if (_rows is not null)
            return _rows;
        var keys = new KeySet(_sightings.Sum(part => part.Sightings.Length));
        foreach (var (_, sightings) in _sightings)
            keys.Add(sightings);
        var beside = new List<Candidate>();
        var spots = new List<ulong>();
        foreach (var (segment, sightings) in _sightings)
        {
            foreach (var (spot, row, area, lack) in sightings)
            {
                if (!keys.MayHoldNeighbour(spot))
                    continue;
                beside.Add(new(segment, row, new(FloorSpot.PositionOf(spot), area), lack));
                spots.Add(spot);
            }
        }

        var enough = Neighbours.WithEnoughArea([.. spots], beside, rules.LeastSum, rules.Most);
        _readings = new int[enough.Count * _criteria];
        _stale = new bool[_readings.Length];
        var taken = new List<ulong>(enough.Count);
        foreach (var number in enough)
        {
            if (!Read(_candidates.Count, beside[number]))
                continue;
            _candidates.Add(beside[number]);
            taken.Add(spots[number]);
        }

        return _rows = CandidateRow.Of(_candidates, [.. taken]);
    }

    // False: one of the musts rejects it that were not asked when it was found.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Read(int number, in Candidate candidate)
    {
        for (var at = 0; at < _criteria; at++)
        {
            var column = _columns[at];
            var judged = column.At(candidate.Segment, candidate.Row);
            if (
                candidate.Lack == NoLack
                && column is { IsMust: true, IsComputed: true }
                && demand.Criteria[at].Rejects(judged.Reading)
            )
                return false;
            _readings[(number * _criteria) + at] = judged.Reading;
            _stale[(number * _criteria) + at] = judged.Stale && judged.Reading != CompiledCriterion.Unknown;
        }

        return true;
    }
}

/// <summary>A row that may be a member of a run if it has a neighbour.</summary>
/// <param name="Spot">As <see cref="FloorSpot"/> writes it.</param>
/// <param name="Area">In steps.</param>
internal readonly record struct Sighting(ulong Spot, int Row, int Area, int Lack);

/// <summary>A row of an index that may be a member of a run.</summary>
/// <param name="Lack">What rejects it: the key of a must; -1: nothing.</param>
internal readonly record struct Candidate(Segment Segment, int Row, Spot Spot, int Lack)
{
    public Profile Profile => Segment.Profiles[Row];
}
