using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>Collects the profiles that one must alone rejects (matching.md section 5).</summary>
internal sealed class NearMissCollector(CompiledCriterion criterion, int index, int top)
{
    private static readonly int[] AdmittedCounts = [1, 5, 10];

    private readonly TopK _topK = new(top);
    private readonly List<int> _readings = [];

    public bool HasAny => Count > 0;

    private int Count { get; set; }

    private bool HasLimit => criterion.Definition.Op is Op.AtLeast or Op.AtMost or Op.Within;

    public void Add(in Ranked ranked, DateOnly day)
    {
        Count++;
        _topK.Offer(ranked);
        if (HasLimit)
            _readings.Add(criterion.Read(ranked.Profile.Values[criterion.Definition.Attribute], day));
    }

    public NearMiss ToNearMiss(CompiledDemand demand, DateOnly day) =>
        new(
            index,
            criterion.Definition.Attribute,
            Count,
            [.. _topK.InOrder().Select(profile => Evaluator.Evaluate(demand, profile, day))]
        );

    /// <summary>Null: the criterion is fixed.</summary>
    public Relaxation? ToRelaxation() =>
        criterion.IsFixed ? null : new(index, criterion.Definition.Attribute, Count, HasLimit ? RelaxedLimits() : null);

    private ImmutableArray<RelaxedLimit> RelaxedLimits()
    {
        _readings.Sort();
        if (criterion.Definition.Op is Op.AtLeast)
            _readings.Reverse(); // The nearest value below the limit is the largest.
        return
        [
            .. AdmittedCounts
                .Where(admits => admits <= Count)
                .Select(admits => new RelaxedLimit(admits, ToLimit(_readings[admits - 1]))),
        ];
    }

    private Value ToLimit(int reading) =>
        criterion.Definition.Op is Op.Within ? new NumberValue(reading) : Steps.ToValue(criterion.Attribute, reading);
}
