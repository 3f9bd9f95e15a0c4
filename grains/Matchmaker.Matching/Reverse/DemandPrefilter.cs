using System.Collections.Immutable;

namespace Matchmaker.Matching.Reverse;

/// <summary>
/// The range checks of all demands in one contiguous array: a changed profile is tested against every demand, and two
/// or three numbers rule out most of them.
/// </summary>
internal sealed class DemandPrefilter
{
    private readonly ImmutableArray<CompiledStandingDemand> _demands;
    private readonly ulong[] _attributeMasks;
    private readonly int[] _firstChecks;
    private readonly RangeCheck[] _checks;

    public DemandPrefilter(ImmutableArray<CompiledStandingDemand> demands)
    {
        _demands = demands;
        _attributeMasks = [.. demands.Select(demand => demand.AttributeMask)];
        _firstChecks = new int[demands.Length + 1];
        var checks = new List<RangeCheck>();
        for (var i = 0; i < demands.Length; i++)
        {
            checks.AddRange(demands[i].RangeChecks);
            _firstChecks[i + 1] = checks.Count;
        }

        _checks = [.. checks];
    }

    /// <summary>Tests one change against every demand that it can concern and collects the transitions.</summary>
    /// <param name="collectors">One slot per demand, in order; created where there is a transition.</param>
    public void Collect(EncodedProfile? before, EncodedProfile? after, TransitionCollector?[] collectors)
    {
        var differences = EncodedProfile.Differences(before, after);
        if (differences == 0)
            return;
        for (var i = 0; i < _attributeMasks.Length; i++)
        {
            if ((_attributeMasks[i] & differences) == 0 && differences != ulong.MaxValue)
                continue; // No attribute that this demand reads has changed.
            var stateBefore = Passes(i, before) ? _demands[i].Evaluate(before) : default;
            var stateAfter = Passes(i, after) ? _demands[i].Evaluate(after) : default;
            if (stateBefore.Profile is not null || stateAfter.Profile is not null)
                (collectors[i] ??= new(_demands[i].Demand.Id)).Add(stateBefore, stateAfter);
        }
    }

    private bool Passes(int index, EncodedProfile? encoded)
    {
        if (encoded is null)
            return false;
        var cells = encoded.Cells;
        for (var check = _firstChecks[index]; check < _firstChecks[index + 1]; check++)
        {
            if (!_checks[check].Passes(cells))
                return false;
        }

        return true;
    }
}
