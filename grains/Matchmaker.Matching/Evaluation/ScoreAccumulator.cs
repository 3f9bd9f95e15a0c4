using Matchmaker.Matching.Results;

namespace Matchmaker.Matching.Evaluation;

/// <summary>The running result of one profile, without explanations.</summary>
/// <param name="Points">Σ wᵢuᵢ in millionths.</param>
/// <param name="LastUnmet">The index in the demand of the last unmet must; -1: none.</param>
internal readonly record struct ScoreAccumulator(long Points, int UnknownMusts, int UnmetMusts, int LastUnmet)
{
    public static ScoreAccumulator Empty { get; } = new(0, 0, 0, -1);

    public bool IsAccepted => UnmetMusts == 0;

    public Verdict Verdict =>
        UnmetMusts switch
        {
            0 when UnknownMusts == 0 => Verdict.Match,
            0 => Verdict.Possible,
            1 => Verdict.NearMiss,
            _ => Verdict.Rejected,
        };

    /// <summary>The result with one more criterion's reading added.</summary>
    /// <param name="index">The criterion's index in the demand.</param>
    public ScoreAccumulator Add(CompiledCriterion criterion, int index, int reading, bool stale)
    {
        var utility = criterion.UtilityOf(reading, stale);
        var points = Points + ((long)criterion.Definition.Weight * utility);
        if (!criterion.IsMust)
            return this with { Points = points };
        if (reading == CompiledCriterion.Unknown)
            return this with { Points = points, UnknownMusts = UnknownMusts + 1 };
        return utility == 0 ? new(points, UnknownMusts, UnmetMusts + 1, index) : this with { Points = points };
    }
}
