using System.Collections.Immutable;
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
    private readonly long _minPoints;

    public CompiledStandingDemand(Board board, StandingDemand demand, GateTable gates)
    {
        Demand = demand;
        IdKey = Index.IdKey.Of(demand.Id);
        _compiled = new(board, demand.Criteria, gates, demand.Combine);
        _minPoints = demand.MinPoints();
        _columns = [.. _compiled.Criteria.Select(ColumnSchema.Of(board).ColumnOf)];
        AttributeMask = _compiled.Criteria.Aggregate(0UL, (bits, criterion) => bits | BitsOf(board, criterion));
    }

    public StandingDemand Demand { get; }

    /// <summary>The attributes that the criteria read, as bits by index on the board; a board has at most 64.</summary>
    public ulong AttributeMask { get; }

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
        var score = Score(encoded);
        return score.IsAccepted && score.Points >= _minPoints
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
        (
            criterion.Path is { } path ? path.Attributes
            : criterion.Attribute.IsGated ? [.. UseGates.Inputs.Select(board.IndexOf)]
            : []
        ).Aggregate(1UL << criterion.AttributeIndex, (bits, index) => bits | (1UL << index));

    private ScoreAccumulator Score(EncodedProfile encoded)
    {
        var score = ScoreAccumulator.Empty;
        for (var i = 0; i < _columns.Length && score.IsAccepted; i++)
        {
            var criterion = _compiled.Criteria[i];
            var reading =
                _columns[i] >= 0 ? encoded.Cells[_columns[i]]
                : criterion.Path is { } path ? encoded.Read(path)
                : criterion.Read(encoded.Profile.Values.GetValueOrDefault(criterion.Definition.Attribute), encoded.Day);
            score = score.Add(criterion, i, reading, encoded.IsStale(criterion, _columns[i]));
        }

        return score;
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
