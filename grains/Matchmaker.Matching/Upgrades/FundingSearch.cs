using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Programmes.Shapes;

namespace Matchmaker.Matching.Upgrades;

/// <summary>A programme that may pay for a step.</summary>
/// <param name="Version">Its rule on the day on which the step starts.</param>
/// <param name="Alone">HK$ that it would pay if it paid for no other step; more than 0.</param>
internal sealed record FundingOption(string Programme, ProgrammeVersion Version, long Alone);

/// <summary>
/// Tries every choice of one option, or none, for each step, and leaves out those that cannot beat the best one so
/// far: with the rest of the steps paid as if each were alone, they would come to no more.
/// </summary>
/// <param name="options">Those of each step, the preferred ones first.</param>
internal sealed class FundingSearch(
    ImmutableArray<StepCost> steps,
    ImmutableArray<ImmutableArray<FundingOption>> options,
    Facts facts
)
{
    private readonly FundingOption?[] _choice = new FundingOption?[steps.Length];
    private ImmutableArray<StepGrant?> _best = [.. steps.Select(_ => (StepGrant?)null)];
    private long _most;

    public ImmutableArray<StepGrant?> Best()
    {
        Try(0);
        return _best;
    }

    private void Try(int at)
    {
        if (at == steps.Length)
        {
            _best = Grants();
            _most = StepFunding.Sum(_best);
            return;
        }

        foreach (var option in options[at].Append(null))
        {
            _choice[at] = option;
            if (HasPlaces(at) && Bound(at + 1) > _most)
                Try(at + 1);
        }

        _choice[at] = null;
    }

    // What the steps chosen so far get together, and at most the others.
    private long Bound(int chosen) =>
        Enumerable
            .Range(0, chosen)
            .Where(i => _choice[i] is not null)
            .GroupBy(i => _choice[i]!.Programme)
            .Sum(group => Math.Min(CapOf(_choice[group.First()]!.Version), group.Sum(i => _choice[i]!.Alone)))
        + options.Skip(chosen).Sum(each => each.Select(option => option.Alone).DefaultIfEmpty().Max());

    // A capped sum goes to the steps in their order.
    private ImmutableArray<StepGrant?> Grants()
    {
        var left = new Dictionary<string, long>();
        return [.. _choice.Select(Grant)];

        StepGrant? Grant(FundingOption? option)
        {
            if (option is null)
                return null;
            var rest = left.TryGetValue(option.Programme, out var unused) ? unused : CapOf(option.Version);
            var amount = Math.Min(rest, option.Alone);
            left[option.Programme] = rest - amount;
            return amount > 0 ? new(option.Programme, amount) : null;
        }
    }

    // Each step that runs when another one starts takes one of that one's places at once.
    private bool HasPlaces(int last)
    {
        if (_choice[last] is not { } option)
            return true;
        var chosen = Enumerable.Range(0, last + 1).Where(i => _choice[i]?.Programme == option.Programme).ToList();
        return chosen.All(i =>
            chosen.Count <= (MatchingGrant.PlacesInAll(_choice[i]!.Version, facts) ?? int.MaxValue)
            && chosen.Count(other => Runs(steps[other], steps[i].Start))
                <= (MatchingGrant.PlacesAtOnce(_choice[i]!.Version, facts) ?? int.MaxValue)
        );
    }

    private static bool Runs(StepCost step, DateOnly day) => step.Start <= day && day <= step.End;

    // A cap on projects that run at once is kept by their number; the cap of each is in its own share.
    private long CapOf(ProgrammeVersion version) =>
        version.AtOnce is null ? MatchingGrant.RemainingCap(version, facts) : long.MaxValue;
}
