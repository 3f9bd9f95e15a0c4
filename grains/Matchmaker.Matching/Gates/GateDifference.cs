using System.Collections.Immutable;
using Matchmaker.Matching.DatedTables;

namespace Matchmaker.Matching.Gates;

/// <summary>What one version of the table of gates says otherwise than another.</summary>
public static class GateDifference
{
    /// <summary>
    /// What differs, by gate, key, use and first day. A row is another state of the row of the same gate, key and use
    /// that begins on the same day, else of the first that is left.
    /// </summary>
    public static ImmutableArray<RowDifference<GateRow>> Between(
        ImmutableArray<GateRow> before,
        ImmutableArray<GateRow> after
    )
    {
        var (gone, added) = (before.Except(after).ToLookup(Key), after.Except(before).ToLookup(Key));
        return
        [
            .. gone.Select(rows => rows.Key)
                .Union(added.Select(rows => rows.Key))
                .SelectMany(key => Pairs([.. gone[key]], [.. added[key]]))
                .Select(pair => (Pair: pair, Row: pair.Before ?? pair.After!))
                .OrderBy(entry => entry.Row.Gate)
                .ThenBy(entry => entry.Row.Key, StringComparer.Ordinal)
                .ThenBy(entry => entry.Row.Use, StringComparer.Ordinal)
                .ThenBy(entry => entry.Row.From ?? DateOnly.MinValue)
                .Select(entry => entry.Pair),
        ];
    }

    private static (GateKind Gate, string Key, string Use) Key(GateRow row) => (row.Gate, row.Key, row.Use);

    private static IEnumerable<RowDifference<GateRow>> Pairs(List<GateRow> gone, List<GateRow> added)
    {
        foreach (var row in gone.ToList())
        {
            if (added.Find(other => other.From == row.From) is not { } same)
                continue;
            gone.Remove(row);
            added.Remove(same);
            yield return new(row, same);
        }

        for (var i = 0; i < Math.Max(gone.Count, added.Count); i++)
            yield return new(gone.ElementAtOrDefault(i), added.ElementAtOrDefault(i));
    }
}
