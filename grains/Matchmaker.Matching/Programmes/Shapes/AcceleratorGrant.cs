using System.Collections.Immutable;

namespace Matchmaker.Matching.Programmes.Shapes;

/// <summary>
/// The rule of the accelerator pilot: a share of what an institution's accelerator costs, up to a cap for each
/// institution, which earlier grants use up.
/// </summary>
internal static class AcceleratorGrant
{
    public static RuleAnswer Of(ProgrammeVersion version, Facts facts, Conditions conditions)
    {
        var left = version.Cap is { } cap ? Math.Max(0, cap - (facts.PreviousAcceleratorGrants ?? 0)) : long.MaxValue;
        long? least = facts.AcceleratorCost is { } all ? all - Math.Min(version.ShareOf(all), left) : null;
        conditions.OwnShare(least, facts.AcceleratorContribution, version);
        return new(Amount(version, facts, left), null, Asks(facts));
    }

    // Either number gives a ceiling. With both, a grant never pays more than what the institution leaves of the cost.
    private static long? Amount(ProgrammeVersion version, Facts facts, long left) =>
        (facts.AcceleratorCost, facts.AcceleratorContribution) switch
        {
            ({ } cost, { } own) => Math.Min(
                left,
                Math.Min(version.ShareOf(cost), Math.Min(version.MatchOf(own), Math.Max(0, cost - own)))
            ),
            ({ } cost, null) => Math.Min(left, version.ShareOf(cost)),
            (null, { } own) => Math.Min(left, version.MatchOf(own)),
            _ => null,
        };

    private static ImmutableArray<string> Asks(Facts facts) =>
        [
            .. facts.AcceleratorCost is null ? ["acceleratorCost"] : Array.Empty<string>(),
            .. facts.PreviousAcceleratorGrants is null ? ["previousAcceleratorGrants"] : Array.Empty<string>(),
        ];
}
