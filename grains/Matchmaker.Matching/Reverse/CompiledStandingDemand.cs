using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reverse;

/// <summary>A standing demand compiled for evaluation.</summary>
internal sealed class CompiledStandingDemand
{
    private readonly CompiledDemand _compiled;
    private readonly ImmutableArray<int> _columns;
    private readonly CompactCriterion[] _compact;

    // The indexes in the demand of the criteria that are not compact.
    private readonly int[] _others;
    private readonly long _minPoints;

    public CompiledStandingDemand(Board board, StandingDemand demand, GateTable gates)
    {
        Demand = demand;
        IdKey = Index.IdKey.Of(demand.Id);
        _compiled = new(board, demand.Criteria, gates, demand.Combine);
        _minPoints = demand.MinPoints();
        var schema = ColumnSchema.Of(board);
        var columns = ImmutableArray.CreateBuilder<int>(_compiled.Criteria.Length);
        var (musts, wishes, others) = (new List<CompactCriterion>(), new List<CompactCriterion>(), new List<int>());
        for (var at = 0; at < _compiled.Criteria.Length; at++)
        {
            var criterion = _compiled.Criteria[at];
            columns.Add(schema.ColumnOf(criterion));
            if (CompactCriterion.Of(criterion, schema) is { } compact)
                (compact.IsMust ? musts : wishes).Add(compact);
            else
                others.Add(at);
            AttributeMask |= BitsOf(board, criterion);
            if (!criterion.Attribute.IsGated && criterion.Path is null)
                ShownMask |= 1UL << criterion.AttributeIndex;
        }

        _columns = columns.MoveToImmutable();
        // Musts first: most of what the rows of bits let through, one of them rejects.
        _compact = [.. musts, .. wishes];
        _others = [.. others];
    }

    public StandingDemand Demand { get; }

    /// <summary>The attributes that the criteria read, as bits by index on the board; a board has at most 64.</summary>
    public ulong AttributeMask { get; }

    /// <summary>The attributes whose values its parts show as they are, as bits likewise.</summary>
    public ulong ShownMask { get; }

    /// <summary>The beginning of its id, which decides most comparisons.</summary>
    public ulong IdKey { get; }

    /// <summary>The musts that read a column.</summary>
    public IEnumerable<ColumnMust> ColumnMusts
    {
        get
        {
            for (var i = 0; i < _columns.Length; i++)
            {
                if (_columns[i] >= 0 && _compiled.Criteria[i] is { IsMust: true } must)
                    yield return new(_columns[i], must);
            }
        }
    }

    /// <summary>The profile's place in the demand's list of notified matches; default: not in the list.</summary>
    public NotifiedMatch Evaluate(EncodedProfile? encoded)
    {
        if (encoded is null || IsHeldForAnother(encoded.Profile))
            return default;
        return Score(encoded) is { } points && points >= _minPoints
            ? new(_compiled.By(encoded.Gates), encoded.Profile, encoded.Day, Demand.Open)
            : default;
    }

    /// <summary>Whether runs of spaces are in its list too.</summary>
    public bool Combines => _compiled.Runs is not null;

    /// <summary>Whether gates may judge one of its criteria.</summary>
    public bool ReadsGates => _compiled.ReadsGates;

    /// <summary>The runs of a floor that are in the demand's list of notified matches.</summary>
    public IEnumerable<NotifiedMatch> RunsOn(int floor, IEnumerable<Profile> spaces, DateOnly day, GateTable gates) =>
        SpaceRun
            .On(floor, _compiled.By(gates), spaces.Where(space => !IsHeldForAnother(space)), day)
            .Select(run => Notified(run, day, gates))
            .Where(run => run.Profile is not null);

    /// <summary>A run in the demand's list of notified matches; default: its score is too low.</summary>
    public NotifiedMatch Notified(Profile run, DateOnly day, GateTable gates) =>
        _compiled.By(gates) is var demand
        && demand.Evaluate(run, day) is { IsAccepted: true } score
        && score.Points >= _minPoints
            ? new(demand, run, day, Demand.Open)
            : default;

    /// <summary>Whether the space may stand in one of the demand's runs.</summary>
    public bool MayJoin(Profile? space, DateOnly day, GateTable gates) =>
        space is not null && !IsHeldForAnother(space) && _compiled.By(gates).Runs?.IsCandidate(space, day) is true;

    private bool IsHeldForAnother(Profile space) => space.Hold is { } hold && hold.Demand != Demand.Id;

    // A gated use changes with what its gates read, and machines with every part of their way.
    private static ulong BitsOf(Board board, CompiledCriterion criterion) =>
        criterion.Path is null && !criterion.Attribute.IsGated
            ? 1UL << criterion.AttributeIndex
            : (
                criterion.Path is { } path ? path.Attributes
                : criterion.Attribute.IsGated ? [.. UseGates.Inputs.Select(board.IndexOf)]
                : []
            ).Aggregate(1UL << criterion.AttributeIndex, (bits, index) => bits | (1UL << index));

    // Null: not accepted.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long? Score(EncodedProfile encoded)
    {
        var points = 0L;
        var (cells, day) = (encoded.Cells, encoded.Day.DayNumber);
        foreach (ref readonly var criterion in _compact.AsSpan())
        {
            var more = criterion.Points(cells, day);
            if (more == 0 && criterion.IsMust)
                return null;
            points += more;
        }

        foreach (var at in _others)
        {
            var criterion = _compiled.Criteria[at];
            var reading =
                _columns[at] >= 0 ? cells[_columns[at]]
                : criterion.Path is { } path ? encoded.Read(path)
                : criterion.Read(encoded.Value(criterion.AttributeIndex), encoded.Day);
            var utility = criterion.UtilityOf(reading, encoded.IsStale(criterion));
            if (utility == 0 && criterion.IsMust)
                return null;
            points += (long)criterion.Definition.Weight * utility;
        }

        return points;
    }
}

/// <summary>A must and the column that it reads.</summary>
internal readonly record struct ColumnMust(int Column, CompiledCriterion Criterion)
{
    public BoardAttribute Attribute => Criterion.Attribute;

    public int AttributeIndex => Criterion.AttributeIndex;

    public UtilityFunction Function => Criterion.UtilityFunction;
}

/// <summary>A profile in a demand's list of notified matches, on one day; default: not in the list.</summary>
internal readonly record struct NotifiedMatch(CompiledDemand? Demand, Profile? Profile, DateOnly Day, bool Open)
{
    public bool IsListedFor(Audience audience) =>
        Profile is not null && (audience is Audience.Office || (Open && Profile.Public));

    /// <summary>The match with its explanation; only for a profile in the list.</summary>
    public Match Explain() => Evaluator.Evaluate(Demand!, Profile!, Day);
}
