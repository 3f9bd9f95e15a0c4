using System.Collections.Frozen;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Reading.Scanning;

/// <summary>Finds currencies and units in a normalised text.</summary>
internal static class UnitScanner
{
    private const int MaxLength = 32;

    private static readonly string[] CurrenciesBefore = ["hk$", "hkd", "$", "港币", "港元"];
    private static readonly string[] CurrenciesAfter =
    [
        "hk$",
        "hkd",
        "$",
        "港币",
        "港元",
        "元",
        "蚊",
        "dollars",
        "dollar",
    ];

    private static readonly string[] Articles = ["a", "each", "for each", "一"];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> All =
        UnitTable.Spellings.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InText =
        UnitTable.SpellingsInText.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The index behind a currency and the blanks after it; the same index: no currency.</summary>
    public static int SkipCurrency(string text, int at, bool isAfterNumber = false)
    {
        foreach (var currency in isAfterNumber ? CurrenciesAfter : CurrenciesBefore)
        {
            var end = at + currency.Length;
            if (ReadingText.Has(text, at, currency) && !(isAfterNumber && ReadingText.IsInsideWord(text, end)))
                return isAfterNumber ? end : ReadingText.SkipBlanks(text, end);
        }

        return at;
    }

    /// <summary>The index behind an article, as in $16 a foot and 16蚊一呎; null: none stands there.</summary>
    public static int? SkipArticle(string text, int at)
    {
        at = ReadingText.SkipBlanks(text, at);
        foreach (var article in Articles)
        {
            if (ReadingText.HasWord(text, at, article))
                return at + article.Length;
        }

        return null;
    }

    /// <summary>The index at which a currency begins that ends at an index, blanks aside; the same: none.</summary>
    public static int StartOfCurrency(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(' ');
        foreach (var currency in CurrenciesBefore)
        {
            if (before.EndsWith(currency, StringComparison.Ordinal))
                return before.Length - currency.Length;
        }

        return at;
    }

    /// <summary>
    /// The longest spelling of a unit at an index, spaces and points within it ignored, and where it ends; null: none.
    /// </summary>
    public static (string Key, int End)? At(string text, int at, ScanFor purpose, bool isSecond = false)
    {
        var keys = purpose is ScanFor.RunningText ? InText : All;
        Span<char> key = stackalloc char[MaxLength];
        var length = 0;
        var best = default((string, int)?);
        for (var i = at; i < text.Length && length < MaxLength; i++)
        {
            if (IsFiller(text, i, isFirst: length == 0))
                continue;
            if (text[i] is ' ' or ',' or ';' or '\n' || char.IsSurrogate(text[i]))
                break;
            key[length++] = text[i];
            if (
                !IsInsideUnit(text, i + 1, length)
                && keys.TryGetValue(key[..length], out var unit)
                && (isSecond || !IsPreposition(text, at, i + 1, unit))
                && !IsOtherWord(text, i + 1, unit)
            )
                best = (unit, i + 1);
        }

        return best;
    }

    // 10-ft is a unit after a hyphen. A space before a digit ends a unit: "m 2" are two words.
    private static bool IsFiller(string text, int at, bool isFirst) =>
        text[at] switch
        {
            ' ' => at + 1 < text.Length && !char.IsAsciiDigit(text[at + 1]),
            '.' or '^' => true,
            '-' => isFirst && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]),
            _ => false,
        };

    // 12ft6in and TRL7 go on with a number; a single letter before a digit is rather the mark of a flat or block.
    private static bool IsInsideUnit(string text, int at, int length) =>
        at < text.Length
        && (
            char.IsAsciiDigit(text[at])
                ? char.IsAsciiDigit(text[at - 1]) || (length == 1 && char.IsAsciiLetter(text[at - 1]))
                : ReadingText.IsInsideWord(text, at)
        );

    // 800平 is 800 m²; 平租, 平啲 and 平均 are other words.
    private static bool IsOtherWord(string text, int end, string unit) =>
        unit == "平"
        && end < text.Length
        && "租啲的价均面台衡地整行日时d".Contains(text[end])
        && !ReadingText.Has(text, end, "的");

    // "2 in Kwun Tong" is no length.
    private static bool IsPreposition(string text, int at, int end, string unit)
    {
        var next = ReadingText.SkipBlanks(text, end);
        return unit == "in" && text[at] == ' ' && next < text.Length && char.IsLetter(text[next]);
    }
}
