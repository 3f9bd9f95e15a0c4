using System.Globalization;
using System.Text.RegularExpressions;
using Matchmaker.Matching.Search;

namespace Matchmaker.Grains.Buildings;

/// <summary>
/// Where in its building a space is, however its floor and its unit are written: 12A and "Flat A, 12/F" are one place.
/// Pure.
/// </summary>
/// <param name="Floor">Null: not known.</param>
/// <param name="Unit">Equal for spellings of one unit; "all": the whole floor.</param>
/// <param name="IsStated">Whether the floor is stated, and not guessed from the unit's number.</param>
internal sealed partial record SpacePlace(int? Floor, string Unit, bool IsStated)
{
    private const string Whole = "all";
    private const string HanDigits = "〇一二三四五六七八九";

    /// <summary>The place; null: nothing tells the unit from others.</summary>
    /// <param name="floor">The floor as stated beside the unit; null: none.</param>
    public static SpacePlace? Of(string? unit, decimal? floor)
    {
        if (string.IsNullOrWhiteSpace(unit))
            return null;
        var text = Folding.Characters(unit);
        int? stated = floor is { } number && decimal.IsInteger(number) ? (int)number : null;
        if (FloorWords().Match(text) is { Success: true } written)
        {
            stated ??= NumberOf(written);
            text = text.Remove(written.Index, written.Length).Insert(written.Index, " ");
            // "5/F" alone is the floor.
            if (!Pieces().IsMatch(text))
                return new(stated, Whole, stated is not null);
        }

        if (WholeFloor().IsMatch(text))
            return new(stated, Whole, stated is not null);
        var pieces = Pieces()
            .Matches(BlockBehind().Replace(text, "block ${block} "))
            .Select(piece => piece.Value.TrimStart('0') is { Length: > 0 } plain ? plain : "0")
            .Where(piece =>
                piece
                    is not (
                        "unit"
                        or "units"
                        or "flat"
                        or "room"
                        or "rm"
                        or "suite"
                        or "shop"
                        or "no"
                        or "workshop"
                        or "and"
                    )
            )
            .ToList();
        return pieces.Count == 0 ? null : Of(pieces, stated);
    }

    // The first of 12A, 12-3 and 1203 is the floor.
    private static SpacePlace Of(List<string> pieces, int? stated)
    {
        var first = pieces[0];
        var isNumber = int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (first == "g" && pieces.Count > 1 && stated is null or 0)
            return new(0, Joined(pieces.Skip(1)), stated is not null);
        if (isNumber && pieces.Count > 1 && (stated ?? number) == number && pieces[1] is not "block")
            return new(number, Joined(pieces.Skip(1)), stated is not null);
        if (isNumber && number is > 100 and < 10_000 && (stated ?? number / 100) == number / 100)
            return new(number / 100, Joined(pieces.Skip(1).Prepend($"{number % 100}")), stated is not null);
        return new(stated, Joined(pieces), stated is not null);
    }

    private static string Joined(IEnumerable<string> pieces) => string.Join(' ', pieces);

    private static int? NumberOf(Match floor) =>
        floor.Groups["ground"].Success ? 0
        : floor.Groups["number"].Value is var number
        && int.TryParse(number, CultureInfo.InvariantCulture, out var digits)
            ? digits
        : Tens(number);

    // 二十一 is 21.
    private static int? Tens(string han) =>
        han.Split('十') switch
        {
            [[var digit]] => HanDigits.IndexOf(digit, StringComparison.Ordinal),
            [var tens, var ones] when tens.Length <= 1 && ones.Length <= 1 => 10
                * (tens.Length == 0 ? 1 : HanDigits.IndexOf(tens[0], StringComparison.Ordinal))
                + (ones.Length == 0 ? 0 : HanDigits.IndexOf(ones[0], StringComparison.Ordinal)),
            _ => null,
        };

    [GeneratedRegex(
        @"(?<![a-z0-9])(?:(?<ground>(?:g ?/ ?f|gf|ground floor)(?![a-z0-9])|地下|地面层?)"
            + @"|(?<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(?:(?:/ ?f|f|(?:st|nd|rd|th)? ?(?:floor|flr))(?![a-z0-9])|字?楼|层)"
            + @"|(?:level|floor|lvl|l|f) ?/? ?(?<number>[0-9]{1,3})(?![a-z0-9]))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FloorWords();

    [GeneratedRegex(@"whole|full floor|entire|[全整成]层|全幢", RegexOptions.CultureInvariant)]
    private static partial Regex WholeFloor();

    [GeneratedRegex(@"(?<block>[a-z0-9]{1,2}) ?座", RegexOptions.CultureInvariant)]
    private static partial Regex BlockBehind();

    // Words, numbers and Han characters but those that say "unit".
    [GeneratedRegex(@"[a-z]+|[0-9]+|[\u3400-\u9fff-[室号单位房铺及至和与]]", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
