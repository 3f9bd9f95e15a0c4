using System.Collections.Frozen;
using System.Collections.Immutable;
using Matchmaker.Matching.DatedTables;

namespace Matchmaker.Matching.Gates;

/// <summary>
/// One version of the table of gates: every rule, from one day on. What was published is never changed.
/// </summary>
public sealed class GateVersion : TableVersion<GateRow>
{
    private readonly FrozenDictionary<(GateKind, string, string), ImmutableArray<GateRow>> _byKey;

    /// <param name="number">0: the shipped one; else as published, from 1.</param>
    /// <param name="from">The first day on which it holds; null: it always has.</param>
    /// <param name="rows">No two of one gate, key and use hold on one day.</param>
    public GateVersion(int number, DateOnly? from, ImmutableArray<GateRow> rows)
        : base(number, from, rows)
    {
        _byKey = rows.GroupBy(row => (row.Gate, row.Key, row.Use))
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>Each gate, key and use that has a rule on some day.</summary>
    internal IEnumerable<(GateKind Gate, string Key, string Use)> Keys => _byKey.Keys;

    /// <summary>The rule that holds on that day; null: none.</summary>
    internal GateRow? Find(GateKind gate, string key, string use, DateOnly day)
    {
        if (!_byKey.TryGetValue((gate, key, use), out var rows))
            return null;
        foreach (var row in rows)
        {
            if (row.HoldsOn(day))
                return row;
        }

        return null;
    }
}
