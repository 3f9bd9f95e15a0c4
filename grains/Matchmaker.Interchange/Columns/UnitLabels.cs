using System.Collections.Frozen;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Interchange.Columns;

/// <summary>What people call a unit in each language: unitLabels.csv. A file's header may name it so.</summary>
internal static class UnitLabels
{
    private static readonly FrozenDictionary<string, LocalText> ByUnit = Csv.Embedded(
            typeof(UnitLabels).Assembly,
            "Columns.unitLabels.csv"
        )
        .ToFrozenDictionary(
            row => row["unit"],
            row => new LocalText(row["en"], row["zh_hant"], row["zh_hans"]),
            StringComparer.Ordinal
        );

    /// <summary>Null: the unit needs no name, as that of a count or of a floor.</summary>
    public static LocalText? Of(string? unit) => unit is null ? null : ByUnit.GetValueOrDefault(unit);
}
