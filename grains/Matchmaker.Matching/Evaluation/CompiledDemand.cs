using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Evaluation;

/// <summary>A demand compiled for the evaluation of many profiles.</summary>
internal sealed class CompiledDemand
{
    private readonly int? _combine;

    // The same demand by the table last asked for.
    private CompiledDemand? _other;

    /// <param name="criteria">As <see cref="DemandRules"/> normalised them.</param>
    /// <param name="gates">The rules by which uses that no record states are judged.</param>
    /// <param name="combine">How many adjacent spaces may be taken together, 2 to 6; null: none.</param>
    public CompiledDemand(Board board, ImmutableArray<Criterion> criteria, GateTable gates, int? combine = null)
    {
        Board = board;
        Gates = gates;
        _combine = combine;
        Criteria = [.. criteria.Select(criterion => new CompiledCriterion(board, criterion, gates))];
        TotalWeight = criteria.Sum(criterion => criterion.Weight);
        Runs = RunRules.Of(this, combine);
    }

    public Board Board { get; }

    /// <summary>The rules by which uses that no record states are judged.</summary>
    public GateTable Gates { get; }

    /// <summary>One per criterion, in the demand's order.</summary>
    public ImmutableArray<CompiledCriterion> Criteria { get; }

    /// <summary>Σ wᵢ.</summary>
    public int TotalWeight { get; }

    /// <summary>What it asks of runs of adjacent spaces; null: it takes single profiles alone.</summary>
    public RunRules? Runs { get; }

    /// <summary>Whether it asks for a use, which gates may judge.</summary>
    public bool ReadsGates => Criteria.Any(criterion => criterion.Attribute.IsGated);

    /// <summary>The demand judged by another table of gates; the same one where that makes no difference.</summary>
    public CompiledDemand By(GateTable gates)
    {
        if (ReferenceEquals(gates, Gates) || !ReadsGates)
            return this;
        if (_other is { } other && ReferenceEquals(other.Gates, gates))
            return other;
        return _other = new(Board, [.. Criteria.Select(criterion => criterion.Definition)], gates, _combine);
    }

    /// <summary>The verdict and points of a profile on that day, without explanations.</summary>
    public ScoreAccumulator Evaluate(Profile profile, DateOnly day)
    {
        var score = ScoreAccumulator.Empty;
        for (var i = 0; i < Criteria.Length; i++)
        {
            var criterion = Criteria[i];
            var (reading, stale, _) = criterion.Judge(profile, day);
            score = score.Add(criterion, i, reading, stale);
        }

        return score;
    }

    /// <summary>Whether a stated value was never verified, or verified too long ago.</summary>
    public static bool IsStale(Profile profile, BoardAttribute attribute, DateOnly day) =>
        profile.Values.ContainsKey(attribute.Code)
        && (
            !profile.VerifiedOn.TryGetValue(attribute.Code, out var verified)
            || verified.DayNumber + attribute.FreshDays < day.DayNumber
        );
}
