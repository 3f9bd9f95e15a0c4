using System.Globalization;
using System.Text.RegularExpressions;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.Units;

/// <summary>
/// Converts numbers as people in Hong Kong type them, such as <c>１２,０００呎</c> or <c>$14/呎</c>, to an attribute's unit
/// (api.md, "CSV columns").
/// </summary>
public static partial class UnitConverter
{
    // Larger numbers are typing errors and would overflow in the conversion.
    private const decimal MaxNumber = 1_000_000_000_000_000m;

    /// <summary>
    /// The number in the attribute's unit: exact, not yet rounded to its step nor checked against its range. A number
    /// without a unit is in that unit; any other unit must be of the same dimension. Case, spaces and full width are
    /// ignored.
    /// </summary>
    /// <param name="path">The path for errors.</param>
    public static Validated<decimal> Parse(BoardAttribute attribute, string text, string path = "")
    {
        var plain = PlainText.Of(text);
        var match = Quantity().Match(plain);
        if (!match.Success || !TryNumber(match, out var number))
            return Refuse(path, "notANumber");

        var unit = Ignored().Replace(match.Groups["before"].Value + match.Groups["after"].Value, "");
        if (unit.Length == 0)
            return new(number, []);
        var table = UnitTable.For(attribute.Unit);
        if (table.Find(unit) is { } scale)
            return new(scale.Apply(number), []);
        var written = match.Groups["after"].Value is { Length: > 0 } after
            ? after.Trim()
            : match.Groups["before"].Value;
        return Refuse(path, UnitTable.IsKnown(unit) ? "otherDimension" : "unknownUnit", written, table.Examples);
    }

    private static bool TryNumber(System.Text.RegularExpressions.Match match, out decimal number)
    {
        var digits = match.Groups["number"].Value.Replace(",", "").Replace(" ", "");
        if (
            !decimal.TryParse(
                digits,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out number
            )
        )
            return false;
        if (Math.Abs(number) > MaxNumber)
            return false;
        if (match.Groups["myriad"].Length > 0)
            number *= 10_000;
        return true;
    }

    private static Validated<decimal> Refuse(string path, string code, params string[] args) =>
        new(0, [new(path, code, args)]);

    // Groups between separators have three digits: 1,23 may mean 1.23 or 123 and is rejected.
    [GeneratedRegex(
        @"^\s*(?<before>hk\$|hkd|\$|港幣|港币)?\s*"
            + @"(?<number>-?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+))"
            + @"\s*(?<myriad>[萬万])?\s*(?<after>[^0-9.,\s-][^,]*)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Quantity();

    [GeneratedRegex(@"[\s.^]", RegexOptions.CultureInvariant)]
    private static partial Regex Ignored();
}
