using Matchmaker.Matching.Results;

namespace Matchmaker.Matching.Evaluation;

/// <summary>What a demand makes of one profile, without the reasons.</summary>
/// <param name="Points">Σ wᵢuᵢ in millionths.</param>
/// <param name="UnmetAt">The place in the demand of the last unmet must; -1: none.</param>
internal readonly record struct ScoreAccumulator(long Points, int UnknownMusts, int UnmetMusts, int UnmetAt)
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

    /// <summary>This tally and one more criterion's reading.</summary>
    /// <param name="at">The criterion's place in the demand.</param>
    public ScoreAccumulator And(CompiledCriterion gauge, int at, int reading, bool stale)
    {
        var points = Points + ((long)gauge.Criterion.Weight * gauge.Grade(reading, stale));
        if (!gauge.IsMust)
            return this with { Points = points };
        if (reading == CompiledCriterion.Unknown)
            return this with { Points = points, UnknownMusts = UnknownMusts + 1 };
        return gauge.Curve.At(reading) == 0
            ? new(points, UnknownMusts, UnmetMusts + 1, at)
            : this with
            {
                Points = points,
            };
    }
}
