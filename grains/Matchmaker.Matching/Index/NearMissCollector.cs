using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>The profiles that one must alone keeps out, gathered during a search for near misses (matching.md section 5).</summary>
internal sealed class NearMissCollector(CompiledCriterion gauge, int at, int top)
{
    private static readonly int[] Admissions = [1, 5, 10];

    private readonly TopK _best = new(top);
    private readonly List<int> _readings = [];

    public bool HasAny => Count > 0;

    private int Count { get; set; }

    private bool HasLimit => gauge.Criterion.Op is Op.AtLeast or Op.AtMost or Op.Within;

    public void Add(in Ranked ranked, DateOnly day)
    {
        Count++;
        _best.Offer(ranked);
        if (HasLimit)
            _readings.Add(gauge.Read(ranked.Profile.Values[gauge.Criterion.Attribute], day));
    }

    public NearMiss ToNearMiss(CompiledDemand yardstick, DateOnly day) =>
        new(
            at,
            gauge.Criterion.Attribute,
            Count,
            [.. _best.InOrder().Select(profile => Evaluator.Of(yardstick, profile, day))]
        );

    /// <summary>Null: the criterion is fixed.</summary>
    public Relaxation? ToRelaxation() =>
        gauge.Criterion.Fixed ? null : new(at, gauge.Criterion.Attribute, Count, HasLimit ? Limits() : null);

    private ImmutableArray<RelaxedLimit> Limits()
    {
        _readings.Sort();
        if (gauge.Criterion.Op is Op.AtLeast)
            _readings.Reverse(); // because the nearest value below the limit is the greatest
        return
        [
            .. Admissions
                .Where(admits => admits <= Count)
                .Select(admits => new RelaxedLimit(admits, ToLimit(_readings[admits - 1]))),
        ];
    }

    private Value ToLimit(int reading) =>
        gauge.Criterion.Op is Op.Within ? new NumberValue(reading) : Steps.ToValue(gauge.Attribute, reading);
}
