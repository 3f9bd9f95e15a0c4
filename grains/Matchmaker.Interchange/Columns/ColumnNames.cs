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
            return
                column is { Attribute: { Kind: AttributeKind.Number } attribute }
                && UnitInWord(attribute, name) is { } unit
                ? column.In(attribute, unit)
                : column;
        return Splits(name)
            .Select(split => _byKey.TryGetValue(Key(split.Name), out var known) ? WithUnit(known, name) : null)
            .FirstOrDefault(found => found?.Unit is not null);
    }

    /// <summary>The column, with the unit in a name that was matched by hand.</summary>
    public static Column WithUnit(Column column, string name)
    {
        if (column.Attribute is not { Kind: AttributeKind.Number } attribute)
            return column;
        var written = Splits(name)
            .Select(split => UnitOf(attribute, split.Unit))
            .FirstOrDefault(unit => unit is not null);
        // What stands in brackets is of another dimension, or money without a base that the word before it has: 呎租 (元).
        var isOther =
            written is null
            && Units().Match(name) is { Success: true } found
            && !MoneyAlone().IsMatch(found.Groups["unit"].Value);
        return (written ?? (isOther ? null : UnitInWord(attribute, name))) is { } unit
            ? column.In(attribute, unit)
            : column;
    }

    // The unit stands in brackets, or last: Area (sq ft), Area sq ft, Rent/sq ft.
    private static IEnumerable<(string Name, string Unit)> Splits(string name)
    {
        if (Units().Match(name) is { Success: true } found)
        {
            yield return (found.Groups["name"].Value, found.Groups["unit"].Value.Trim());
            yield break;
        }

        for (var at = 1; at < name.Length - 1; at++)
        {
            if (name[at] is ' ' or '/')
                yield return (name[..at], name[(at + 1)..].Trim());
        }
    }

    // 呎數 is an area in square feet, and 呎租 a rent for one, whatever else the name has.
    private static string? UnitInWord(BoardAttribute attribute, string name) =>
        name.AsSpan().IndexOfAny('呎', '尺') >= 0 ? UnitOf(attribute, "呎") : null;

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

    // No. of staff is the staff.
    private static string Key(string name) =>
        Folding.Of(CountOf().Replace(name.Replace('_', ' '), "")).Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?:no\.?|number|#)\s+of\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CountOf();

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
