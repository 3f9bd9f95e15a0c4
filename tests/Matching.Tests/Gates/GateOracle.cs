using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Tests.Gates;

/// <summary>What plan, lease and neighbours say of a use, written from matching.md section 12 alone.</summary>
internal static class GateOracle
{
    /// <summary>The verdict's word, or "unknown", and whether anything that it rests on is stale.</summary>
    public static (string Verdict, bool Stale) Of(Profile profile, string use, DateOnly day)
    {
        var stale = false;
        List<string> said =
        [
            Rule("plan", "zone"),
            (profile.Waivers ?? []).Any(waiver =>
                waiver.Use == use && waiver.From <= day && (waiver.To is null || waiver.To >= day)
            )
                ? "fits"
                : Rule("lease", "leaseUser"),
        ];
        if (use is "showroom" or "training")
        {
            said.Add(
                Known("dangerousGoodsNeighbour") switch
                {
                    FlagValue { Yes: true } => "needsPermission",
                    FlagValue => "fits",
                    _ => "unknown",
                }
            );
        }

        string[] worstFirst = ["doesNotFit", "unknown", "needsPermission", "fits"];
        return (worstFirst.First(said.Contains), stale);

        string Rule(string gate, string attribute) =>
            GateTable
                .Shipped.Versions[0]
                .Rows.Where(row =>
                    row.Gate.ToString().Equals(gate, StringComparison.OrdinalIgnoreCase)
                    && row.Key == (Known(attribute) as CodeValue)?.Code
                    && row.Use == use
                    && (row.From is null || row.From <= day)
                    && (row.To is null || row.To >= day)
                )
                .Select(row => ValueJson.Name(row.Verdict))
                .SingleOrDefault("unknown");

        Value? Known(string attribute)
        {
            if (!profile.Values.TryGetValue(attribute, out var value))
                return null;
            var fresh = BoardTable.Sites.Find(attribute)!.FreshDays;
            stale |= !profile.VerifiedOn.TryGetValue(attribute, out var verified) || verified.AddDays(fresh) < day;
            return value;
        }
    }
}
