using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reverse;

/// <summary>A standing demand made ready.</summary>
internal sealed class CompiledStandingDemand
{
    private readonly CompiledDemand _yardstick;
    private readonly ImmutableArray<int> _columns;
    private readonly long _leastPoints;

    public CompiledStandingDemand(Board board, StandingDemand demand)
    {
        Demand = demand;
        _yardstick = new(board, demand.Criteria);
        _leastPoints = demand.LeastPoints();
        _columns = [.. _yardstick.Gauges.Select(ColumnSchema.Of(board).ColumnOf)];
        Looks = _yardstick.Gauges.Aggregate(0UL, (bits, gauge) => bits | (1UL << gauge.Place));
    }

    public StandingDemand Demand { get; }

    /// <summary>The places of the attributes that its criteria look at, as bits; a board has at most 64.</summary>
    public ulong Looks { get; }

    /// <summary>Its musts that read a column.</summary>
    public IEnumerable<Door> Doors =>
        _yardstick
            .Gauges.Zip(_columns)
            .Where(pair => pair.First.IsMust && pair.Second >= 0)
            .Select(pair => new Door(pair.Second, pair.First.Curve.MinUtility, pair.First.Curve.Most));

    /// <summary>How the demand sees a profile on that day.</summary>
    public State State(EncodedProfile? sighting)
    {
        if (sighting is null)
            return default;
        var tally = Tally(sighting);
        return tally.IsAccepted && tally.Points >= _leastPoints
            ? new(_yardstick, sighting.Profile, sighting.Day, Demand.Open)
            : default;
    }

    private ScoreAccumulator Tally(EncodedProfile sighting)
    {
        var tally = ScoreAccumulator.Empty;
        for (var i = 0; i < _columns.Length && tally.IsAccepted; i++)
        {
            var gauge = _yardstick.Gauges[i];
            var reading =
                _columns[i] >= 0
                    ? sighting.Cells[_columns[i]]
                    : gauge.Read(sighting.Profile.Values.GetValueOrDefault(gauge.Criterion.Attribute), sighting.Day);
            tally = tally.And(gauge, i, reading, sighting.IsStale(gauge.Place));
        }

        return tally;
    }
}

/// <summary>A must as a column and the readings outside which it is surely unmet.</summary>
internal readonly record struct Door(int Column, int Least, int Most)
{
    public bool Opens(int[] cells) =>
        cells[Column] is var reading && (reading == CompiledCriterion.Unknown || (reading >= Least && reading <= Most));
}

/// <summary>A profile in a demand's list of notified ones, on one day; the default value: it is not in it.</summary>
internal readonly record struct State(CompiledDemand? Yardstick, Profile? Profile, DateOnly Day, bool Open)
{
    public bool IsIn(Audience audience) =>
        Profile is not null && (audience is Audience.Office || (Open && Profile.Public));

    /// <summary>The match with its reasons; only for a profile that is in the list.</summary>
    public Match Explain() => Evaluator.Of(Yardstick!, Profile!, Day);
}
