using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Evaluation;

/// <summary>A demand's criteria made ready for judging many profiles.</summary>
internal sealed class CompiledDemand
{
    /// <param name="criteria">As <see cref="DemandRules"/> normalised them.</param>
    public CompiledDemand(Board board, ImmutableArray<Criterion> criteria)
    {
        Board = board;
        Gauges = [.. criteria.Select(criterion => new CompiledCriterion(board, criterion))];
        TotalWeight = criteria.Sum(criterion => criterion.Weight);
    }

    public Board Board { get; }

    /// <summary>One per criterion, in the demand's order.</summary>
    public ImmutableArray<CompiledCriterion> Gauges { get; }

    /// <summary>Σ wᵢ.</summary>
    public int TotalWeight { get; }

    /// <summary>Verdict and points of a profile, criterion by criterion.</summary>
    public ScoreAccumulator Tally(Profile profile, DateOnly day)
    {
        var tally = ScoreAccumulator.Empty;
        for (var i = 0; i < Gauges.Length; i++)
        {
            var gauge = Gauges[i];
            profile.Values.TryGetValue(gauge.Criterion.Attribute, out var value);
            tally = tally.And(gauge, i, gauge.Read(value, day), IsStale(profile, gauge.Attribute, day));
        }

        return tally;
    }

    /// <summary>Whether a stated value was verified too long ago, or never.</summary>
    public static bool IsStale(Profile profile, BoardAttribute attribute, DateOnly day) =>
        profile.Values.ContainsKey(attribute.Code)
        && (
            !profile.VerifiedOn.TryGetValue(attribute.Code, out var verified)
            || verified.DayNumber + attribute.FreshDays < day.DayNumber
        );
}
