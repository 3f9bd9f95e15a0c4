using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>Collects the profiles that one must alone rejects (matching.md section 5).</summary>
internal sealed class NearMissCollector(CompiledCriterion criterion, int index, int top)
{
    private static readonly int[] AdmittedCounts = [1, 5, 10];

    private readonly TopK _topK = new(top);
    private readonly List<int> _readings = [];

    /// <summary>How many the must alone rejects.</summary>
    public int Count { get; private set; }

    // A run may stand on a mean that is met while a member's own rent is not: then it is admitted, but no near miss.
    private int Admitted { get; set; }

    private bool HasLimit => criterion.Definition.Op is Op.AtLeast or Op.AtMost or Op.Within;

    public void Add(in Ranked ranked, DateOnly day)
    {
        Count++;
        Admitted++;
        _topK.Offer(ranked);
        if (HasLimit)
            _readings.Add(criterion.Read(ranked.Profile.Values[criterion.Definition.Attribute], day));
    }

    /// <summary>A run that stands only when the must is dropped.</summary>
    public void AddRun(RunCollector runs, ReadOnlySpan<int> members, RowOrder order)
    {
        Admitted++;
        var reading = runs.ReadingOf(members, index);
        if (reading != CompiledCriterion.Unknown && criterion.UtilityFunction.At(reading) == 0)
        {
            Count++;
            order.Rank(runs, members, _topK);
        }

        if (HasLimit)
            _readings.Add(RunRules.IsOnArea(criterion) ? reading : WorstOf(runs, members));
    }

    // A run stands at a limit that the worst of its members meets.
    private int WorstOf(RunCollector runs, ReadOnlySpan<int> members)
    {
        var worst = CompiledCriterion.Unknown;
        foreach (var member in members)
        {
            var reading = runs.MemberReading(member, index);
            if (
                reading != CompiledCriterion.Unknown
                && (
                    worst == CompiledCriterion.Unknown
                    || (criterion.Definition.Op is Op.AtLeast ? reading < worst : reading > worst)
                )
            )
                worst = reading;
        }

        return worst;
    }

    public NearMiss ToNearMiss(CompiledDemand demand, DateOnly day) =>
        new(
            index,
            criterion.Definition.Attribute,
            Count,
            [.. _topK.InOrder().Select(profile => Evaluator.Evaluate(demand, profile, day))]
        );

    /// <summary>Null: the criterion is fixed, or would admit nobody.</summary>
    public Relaxation? ToRelaxation() =>
        criterion.IsFixed || Admitted == 0
            ? null
            : new(index, criterion.Definition.Attribute, Admitted, HasLimit ? RelaxedLimits() : null);

    private ImmutableArray<RelaxedLimit> RelaxedLimits()
    {
        _readings.Sort();
        if (criterion.Definition.Op is Op.AtLeast)
            _readings.Reverse(); // The nearest value below the limit is the largest.
        return
        [
            .. AdmittedCounts
                .Where(admits => admits <= Admitted)
                .Select(admits => new RelaxedLimit(admits, ToLimit(_readings[admits - 1]))),
        ];
    }

    private Value ToLimit(int reading) =>
        criterion.Definition.Op is Op.Within ? new NumberValue(reading) : Steps.ToValue(criterion.Attribute, reading);
}
