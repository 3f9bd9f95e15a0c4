using System.Collections.Frozen;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Gates;

/// <summary>
/// The zones and lease users of which another rule holds, or one with another source or condition, in one state of the
/// table than in another.
/// </summary>
internal sealed class TurnedRules
{
    private readonly FrozenSet<string> _zones;
    private readonly FrozenSet<string> _users;

    private TurnedRules(IEnumerable<(GateKind Gate, string Key)> turned)
    {
        var keys = turned.ToLookup(rule => rule.Gate, rule => rule.Key);
        _zones = keys[GateKind.Plan].ToFrozenSet(StringComparer.Ordinal);
        _users = keys[GateKind.Lease].ToFrozenSet(StringComparer.Ordinal);
    }

    public static TurnedRules None { get; } = new([]);

    public bool IsEmpty => _zones.Count == 0 && _users.Count == 0;

    /// <summary>The keys of the plan or of the lease.</summary>
    public IReadOnlySet<string> Of(GateKind gate) => gate is GateKind.Plan ? _zones : _users;

    public static TurnedRules Between(GateVersion before, DateOnly dayBefore, GateVersion after, DateOnly dayAfter) =>
        new(
            from rule in before.Keys.Union(after.Keys)
            where
                before.Find(rule.Gate, rule.Key, rule.Use, dayBefore)
                != after.Find(rule.Gate, rule.Key, rule.Use, dayAfter)
            select (rule.Gate, rule.Key)
        );

    /// <summary>Whether a rule on the profile's zone or lease user is among them.</summary>
    public bool Concern(Profile profile) =>
        !IsEmpty && (Has(_zones, profile, UseGates.Zone) || Has(_users, profile, UseGates.LeaseUser));

    private static bool Has(FrozenSet<string> keys, Profile profile, string attribute) =>
        profile.Values.GetValueOrDefault(attribute) is CodeValue key && keys.Contains(key.Code);
}
