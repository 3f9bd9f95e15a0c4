using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Gates;

/// <summary>Works out whether a space may be put to a use that it does not state (matching.md section 12).</summary>
internal static class UseGates
{
    /// <summary>The attribute whose uses are worked out where they are not stated.</summary>
    public const string Uses = "uses";

    public const string Zone = "zone";
    public const string LeaseUser = "leaseUser";
    public const string Neighbours = "dangerousGoodsNeighbour";

    /// <summary>The attributes that gates read.</summary>
    public static readonly ImmutableArray<string> Inputs = [Zone, LeaseUser, Neighbours];

    /// <summary>The attribute that a gate reads.</summary>
    public static string InputOf(GateKind gate) =>
        gate switch
        {
            GateKind.Plan => Zone,
            GateKind.Lease => LeaseUser,
            _ => Neighbours,
        };

    /// <summary>Whether the use brings visitors, so that the neighbours matter.</summary>
    public static bool BringsVisitors(string use) => use is "showroom" or "training";

    /// <summary>What the gates say of a use on that day.</summary>
    public static UseAnswer Answer(Profile profile, string use, DateOnly day, GateTable table)
    {
        ImmutableArray<Gate> gates =
        [
            Plan(profile, use, day, table),
            Lease(profile, use, day, table),
            By(profile, use, day),
        ];
        var verdict = Worst([.. gates.Select(gate => gate.Verdict)]);
        return new(verdict, verdict is not null && gates.Any(gate => gate.Stale), gates);
    }

    /// <summary>The worst of all: does not fit, else unknown (null), else needs permission, else fits.</summary>
    public static UseVerdict? Worst(params ReadOnlySpan<UseVerdict?> verdicts)
    {
        if (verdicts.Contains(UseVerdict.DoesNotFit))
            return UseVerdict.DoesNotFit;
        if (verdicts.Contains(null))
            return null;
        return verdicts.Contains(UseVerdict.NeedsPermission) ? UseVerdict.NeedsPermission : UseVerdict.Fits;
    }

    /// <summary>The waiver that answers for the lease: of several the one that holds longest; null: none.</summary>
    public static Waiver? WaiverOf(Profile profile, string use, DateOnly day)
    {
        Waiver? longest = null;
        foreach (var waiver in profile.Waivers ?? [])
        {
            if (
                waiver.Use == use
                && waiver.HoldsOn(day)
                && (longest is null || (waiver.To ?? DateOnly.MaxValue) > (longest.To ?? DateOnly.MaxValue))
            )
                longest = waiver;
        }

        return longest;
    }

    private static Gate Plan(Profile profile, string use, DateOnly day, GateTable table) =>
        ByRule(GateKind.Plan, profile, Zone, use, day, table);

    private static Gate Lease(Profile profile, string use, DateOnly day, GateTable table) =>
        WaiverOf(profile, use, day) is { } waiver
            ? new()
            {
                Kind = GateKind.Lease,
                Verdict = UseVerdict.Fits,
                Source = waiver.Reference,
                From = waiver.From,
                To = waiver.To,
                Stale = false,
            }
            : ByRule(GateKind.Lease, profile, LeaseUser, use, day, table);

    private static Gate By(Profile profile, string use, DateOnly day)
    {
        if (!BringsVisitors(use))
            return new()
            {
                Kind = GateKind.Neighbours,
                Verdict = UseVerdict.Fits,
                Stale = false,
            };
        var known = profile.Values.GetValueOrDefault(Neighbours) as FlagValue;
        return new()
        {
            Kind = GateKind.Neighbours,
            Verdict =
                known is null ? null
                : known.Yes ? UseVerdict.NeedsPermission
                : UseVerdict.Fits,
            Stale = IsStale(profile, Neighbours, day),
        };
    }

    private static Gate ByRule(
        GateKind kind,
        Profile profile,
        string attribute,
        string use,
        DateOnly day,
        GateTable table
    )
    {
        var key = (profile.Values.GetValueOrDefault(attribute) as CodeValue)?.Code;
        var row = key is null ? null : table.Find(kind, key, use, day);
        return new()
        {
            Kind = kind,
            Verdict = row?.Verdict,
            Key = key,
            Source = row?.Source,
            From = row?.From,
            To = row?.To,
            Condition = row?.Condition,
            Stale = IsStale(profile, attribute, day),
        };
    }

    private static bool IsStale(Profile profile, string attribute, DateOnly day) =>
        CompiledDemand.IsStale(profile, BoardTable.Sites.Find(attribute)!, day);
}
