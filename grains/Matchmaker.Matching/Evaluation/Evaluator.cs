using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Evaluation;

/// <summary>Judges one profile by one demand and says why: verdict, score and the parts that add up to it (matching.md sections 3 and 4).</summary>
public static class Evaluator
{
    /// <param name="criteria">As <see cref="DemandRules"/> normalised them.</param>
    /// <param name="asOf">The day on which staleness and expiry are judged.</param>
    /// <exception cref="ArgumentException">A criterion names an attribute that the board lacks.</exception>
    public static Match Of(Board board, ImmutableArray<Criterion> criteria, Profile profile, DateOnly asOf) =>
        Of(new CompiledDemand(board, criteria), profile, asOf);

    internal static Match Of(CompiledDemand yardstick, Profile profile, DateOnly asOf)
    {
        var tally = yardstick.Tally(profile, asOf);
        var parts = yardstick
            .Gauges.Select(gauge => PartOf(gauge, profile, asOf, yardstick.TotalWeight))
            .ToImmutableArray();
        var known = parts.Where(part => part.Outcome is not Outcome.Unknown).Sum(part => part.Weight);
        return new Match
        {
            Id = profile.Id,
            Verdict = tally.Verdict,
            Score = parts.IsEmpty ? 100 : Percent(tally.Points, yardstick.TotalWeight),
            Certainty = parts.IsEmpty ? 1 : (double)known / yardstick.TotalWeight,
            UnknownMusts = tally.UnknownMusts,
            Parts = parts,
            Points = tally.Points,
        };
    }

    private static Part PartOf(CompiledCriterion gauge, Profile profile, DateOnly asOf, int totalWeight)
    {
        var criterion = gauge.Criterion;
        profile.Values.TryGetValue(criterion.Attribute, out var value);
        var reading = gauge.Read(value, asOf);
        var isKnown = reading != CompiledCriterion.Unknown;
        var isStale = isKnown && CompiledDemand.IsStale(profile, gauge.Attribute, asOf);
        var utility = gauge.Grade(reading, isStale);
        return new Part
        {
            Attribute = criterion.Attribute,
            Op = criterion.Op,
            Strength = criterion.Strength,
            Weight = criterion.Weight,
            Outcome =
                !isKnown ? Outcome.Unknown
                : utility == 0 ? Outcome.Unmet
                : Outcome.Met,
            Utility = utility / (decimal)Utility.Full,
            Stale = isStale,
            Actual = isKnown ? Actual(criterion.Op, value, reading, asOf) : null,
            Required = RequiredBy(criterion),
            Share = Percent((long)criterion.Weight * utility, totalWeight),
        };
    }

    // Because both numbers are whole and below 2^53, this one division gives the double nearest to the exact fraction.
    private static double Percent(long points, int totalWeight) => points / (totalWeight * 10_000.0);

    private static Value? Actual(Op op, Value? value, int reading, DateOnly asOf) =>
        op switch
        {
            Op.Within => new NumberValue(reading),
            Op.Allows => new CodeValue(
                (UseVerdict)reading switch
                {
                    UseVerdict.Fits => "fits",
                    UseVerdict.NeedsPermission => "needsPermission",
                    _ => "doesNotFit",
                }
            ),
            Op.Covers => Tags.Claimed(value as TagsValue, asOf),
            _ => value,
        };

    private static Required RequiredBy(Criterion criterion) =>
        criterion.Op switch
        {
            Op.AtLeast or Op.AtMost or Op.Within => new(criterion.Limit, null, null, null),
            Op.Between => new(null, criterion.Min, criterion.Max, null),
            Op.AnyOf => new(null, null, null, criterion.Values),
            _ => new(criterion.Value, null, null, null),
        };
}
