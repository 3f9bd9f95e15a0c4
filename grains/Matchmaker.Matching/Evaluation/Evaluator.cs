using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Evaluation;

/// <summary>
/// Evaluates one profile against one demand and explains the result: verdict, score and the parts that add up to it
/// (matching.md sections 3 and 4).
/// </summary>
public static class Evaluator
{
    /// <summary>Judges uses that no record states by the shipped rules.</summary>
    /// <param name="criteria">As <see cref="DemandRules"/> normalised them.</param>
    /// <param name="asOf">The day for which staleness and expiry are evaluated.</param>
    /// <exception cref="ArgumentException">A criterion names an attribute that the board lacks.</exception>
    public static Match Evaluate(Board board, ImmutableArray<Criterion> criteria, Profile profile, DateOnly asOf) =>
        Evaluate(board, criteria, profile, asOf, GateTable.Shipped);

    /// <summary>As the other, by these rules of uses.</summary>
    /// <exception cref="ArgumentException">A criterion names an attribute that the board lacks.</exception>
    public static Match Evaluate(
        Board board,
        ImmutableArray<Criterion> criteria,
        Profile profile,
        DateOnly asOf,
        GateTable gates
    ) => Evaluate(new CompiledDemand(board, criteria, gates), profile, asOf);

    internal static Match Evaluate(CompiledDemand demand, Profile profile, DateOnly asOf)
    {
        var score = ScoreAccumulator.Empty;
        var builder = ImmutableArray.CreateBuilder<Part>(demand.Criteria.Length);
        foreach (var compiled in demand.Criteria)
        {
            var judgement = compiled.Judge(profile, asOf);
            score = score.Add(compiled, builder.Count, judgement.Reading, judgement.Stale);
            builder.Add(PartOf(compiled, judgement, profile, asOf, demand.TotalWeight));
        }

        var parts = builder.MoveToImmutable();
        var known = parts.Where(part => part.Outcome is not Outcome.Unknown).Sum(part => part.Weight);
        return new Match
        {
            Id = profile.Id,
            Verdict = score.Verdict,
            Score = parts.IsEmpty ? 100 : Percent(score.Points, demand.TotalWeight),
            Certainty = parts.IsEmpty ? 1 : (double)known / demand.TotalWeight,
            UnknownMusts = score.UnknownMusts,
            Members = profile.Members is { } members ? [.. members.Select(member => member.Id)] : null,
            Hold = MatchHold.Of(profile.Hold),
            Parts = parts,
            Points = score.Points,
        };
    }

    private static Part PartOf(
        CompiledCriterion compiled,
        in Judgement judgement,
        Profile profile,
        DateOnly asOf,
        int totalWeight
    )
    {
        var criterion = compiled.Definition;
        var (reading, stale, gates) = judgement;
        var value = profile.Members is { } members
            ? RunReadings.Actual(compiled, reading, members, asOf)
            : profile.Values.GetValueOrDefault(criterion.Attribute);
        var isKnown = reading != CompiledCriterion.Unknown;
        var isStale = isKnown && stale;
        var utility = compiled.UtilityOf(reading, isStale);
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
            Steps = compiled.Path?.Steps.Of(Decisive(compiled, profile, reading, asOf)),
            Gates = gates?.Gates,
            Share = Percent((long)criterion.Weight * utility, totalWeight),
        };
    }

    // Machines go into one of a run's spaces: the first for which the answer is the run's.
    private static Profile Decisive(CompiledCriterion compiled, Profile profile, int reading, DateOnly asOf) =>
        profile.Members is { } members
            ? members.First(member => compiled.Judge(member, asOf).Reading == reading)
            : profile;

    // Both operands are whole numbers below 2^53, so one division gives the double nearest to the exact fraction.
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
            Op.Takes => null,
            Op.Covers => Tags.Claimed(value as TagsValue, asOf),
            _ => value,
        };

    private static Required RequiredBy(Criterion criterion) =>
        criterion.Op switch
        {
            Op.AtLeast or Op.AtMost or Op.Within => new(criterion.Limit, null, null, null),
            Op.Between => new(null, criterion.Min, criterion.Max, null),
            Op.AnyOf => new(null, null, null, criterion.Values),
            Op.Takes => new(null, null, null, null, criterion.Machines),
            _ => new(criterion.Value, null, null, null),
        };
}
