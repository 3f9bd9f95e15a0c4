using System.Text.RegularExpressions;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Units;

namespace Matchmaker.Interchange.Columns;

/// <summary>
/// Finds the column that a file's header names: by code, by label in any language, or by what people call it; case,
/// signs, width and script are ignored. A unit in the name, as in <c>Area (sq ft)</c>, holds for the column's cells.
/// </summary>
internal sealed partial class ColumnNames
{
    private readonly Dictionary<string, Column> _byKey = new(StringComparer.Ordinal);

    public ColumnNames(IReadOnlyList<Column> columns)
    {
        // Codes first, then labels, then other words: where two columns share a word, the surer one has it.
        foreach (var column in columns)
            _byKey.TryAdd(Key(column.Name), column);
        foreach (var column in columns)
        {
            foreach (var label in column.Label?.All ?? [])
                _byKey.TryAdd(Key(label), column);
        }

        foreach (var column in columns)
        {
            foreach (var word in ColumnWords.Of(column.Name))
                _byKey.TryAdd(Key(word), column);
        }
    }

    /// <summary>Null: the name says no column, or has a unit that the column cannot have.</summary>
    public Column? Find(string name)
    {
        if (_byKey.TryGetValue(Key(name), out var column))
            return column;
        if (Units().Match(name) is not { Success: true } found)
            return null;
        return
            _byKey.TryGetValue(Key(found.Groups["name"].Value), out column)
            && WithUnit(column, name) is { Unit: not null } inUnit
            ? inUnit
            : null;
    }

    /// <summary>The column, with the unit in a name that was matched by hand.</summary>
    public static Column WithUnit(Column column, string name) =>
        column.Attribute is { Kind: AttributeKind.Number } attribute
        && Units().Match(name) is { Success: true } found
        && UnitOf(attribute, found.Groups["unit"].Value.Trim()) is { } unit
            ? column.In(attribute, unit)
            : column;

    // Rent is money for an area: "psf" alone means dollars there, and a load elsewhere.
    private static string? UnitOf(BoardAttribute attribute, string unit)
    {
        if (MoneyAlone().IsMatch(unit))
            return null; // A month's rent of the whole space is another quantity.
        var isMoney = attribute.Unit?.StartsWith("HKD/", StringComparison.Ordinal) == true;
        IEnumerable<string> readings = isMoney
            ? [unit, $"${unit}", $"$/{unit}", unit.Replace("HK$ ", "HK$", StringComparison.OrdinalIgnoreCase)]
            : [unit];
        if (PlainText.Of(unit) == PlainText.Of(attribute.Unit ?? ""))
            return attribute.Unit;
        return readings.FirstOrDefault(reading => AttributeReader.IsUnit(attribute, reading));
    }

    private static string Key(string name) =>
        Folding.Of(name.Replace('_', ' ')).Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^(?:hk\s*)?(?:\$|d|dollars?|元|港元|港幣|港币)(?:\s*/\s*month)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex MoneyAlone();

    [GeneratedRegex(
        @"^(?<name>[^(（\[［【,，]+?)\s*[(（\[［【,，]\s*(?:in\s+)?(?<unit>[^()（）\[\]［］【】]+?)\s*[)）\]］】]?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Units();
}
