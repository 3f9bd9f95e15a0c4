using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Tests.Gates;

/// <summary>Random versions of the table of gates, made of the shipped one.</summary>
internal static class SomeTables
{
    /// <summary>
    /// The rows with some gone, some that say another thing, some that end, and some for what had none.
    /// </summary>
    public static ImmutableArray<GateRow> Changed(Some some, ImmutableArray<GateRow> rows) =>
        [
            .. rows.Where(_ => some.Chance(0.9)).Select(row => some.Chance(0.7) ? row : Other(some, row)),
            .. Enumerable
                .Range(0, some.Int(12))
                .Select(_ => New(some))
                .Where(row => !rows.Any(known => Same(known, row)))
                .DistinctBy(row => (row.Gate, row.Key, row.Use)),
        ];

    /// <summary>The shipped table with one to three versions that begin around a day.</summary>
    public static GateTable Table(Some some, DateOnly around)
    {
        var table = GateTable.Shipped;
        for (var number = 1; number <= 1 + some.Int(3); number++)
            table = table.With(
                new(number, around.AddDays(some.Int(7) - 3), Changed(some, GateTable.Shipped.Versions[0].Rows))
            );
        return table;
    }

    private static GateRow Other(Some some, GateRow row) =>
        some.Int(3) switch
        {
            0 => row with { Verdict = Verdict(some) },
            1 => row with { Source = $"S{some.Int(3)}" },
            _ => row with { To = (row.From ?? Some.Today).AddDays(some.Int(900)) },
        };

    private static GateRow New(Some some)
    {
        var gate = some.Chance(0.5) ? GateKind.Plan : GateKind.Lease;
        return new(
            gate,
            Code(gate is GateKind.Plan ? "zone" : "leaseUser"),
            Code("uses"),
            Verdict(some),
            some.Chance(0.5) ? Some.Today.AddDays(some.Int(7) - 3) : null,
            null,
            null,
            "New"
        );

        string Code(string attribute)
        {
            var list = BoardTable.Sites.Find(attribute)!.Values;
            return list[some.Int(list.Length)].Code;
        }
    }

    private static UseVerdict Verdict(Some some) => Enum.GetValues<UseVerdict>()[some.Int(3)];

    private static bool Same(GateRow one, GateRow other) =>
        (one.Gate, one.Key, one.Use) == (other.Gate, other.Key, other.Use);
}
