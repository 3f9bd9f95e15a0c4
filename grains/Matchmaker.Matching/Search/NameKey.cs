using System.Text.RegularExpressions;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Search;

/// <summary>Keys by which a text is recognised as a record's name: equal keys mean the same name.</summary>
public static partial class NameKey
{
    // What a name may be written with or without.
    private static readonly HashSet<string> Optional = new(
        ["limited", "company", "building", .. Folded("有限公司", "股份有限公司", "公司", "大廈", "大樓")],
        StringComparer.Ordinal
    );

    private static readonly string[] Endings =
    [
        .. Optional.Where(word => Folding.IsHan(word, 0)).OrderByDescending(word => word.Length),
    ];

    /// <summary>
    /// The key of a whole name in any script, spelling and width: words such as "and", "the" and 號, and all signs,
    /// count for nothing. Empty: the text has no words.
    /// </summary>
    public static string Of(string name) => string.Concat(Words(name));

    /// <summary>The key without words such as Limited and 大廈; <see cref="Of"/> if none is left.</summary>
    public static string InShort(string name)
    {
        var key = string.Concat(Words(name).Where(word => !Optional.Contains(word)).Select(WithoutEnding));
        return key.Length > 0 ? key : Of(name);
    }

    /// <summary>The name without its phase or block, as in "Block A" and 第二期; null: it names none.</summary>
    public static string? WithoutPart(string name) =>
        Part().Match(name) is { Success: true } part ? part.Groups["whole"].Value : null;

    /// <summary>
    /// The parts of a text that may hold one name in two scripts; null: it is written in one.
    /// </summary>
    public static (string Latin, string Han)? ByScript(string text)
    {
        var words = Words(text).ToLookup(word => Folding.IsHan(word, 0));
        return words.Contains(true) && words.Contains(false)
            ? (string.Join(' ', words[false]), string.Concat(words[true]))
            : null;
    }

    /// <summary>The folded words of a name that count; Han characters side by side are one.</summary>
    internal static IEnumerable<string> Words(string name) =>
        Folding
            .Of(WithoutNumberSigns(name))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not ("and" or "the"));

    /// <summary>The text in half width, lower case and without 號 and No. at numbers.</summary>
    internal static string WithoutNumberSigns(string name) => NumberSigns().Replace(PlainText.Of(name), " ");

    private static string WithoutEnding(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
                return WithoutEnding(word[..^ending.Length]);
        }

        return word;
    }

    private static IEnumerable<string> Folded(params IEnumerable<string> words) => words.Select(Folding.Of);

    [GeneratedRegex(
        @"^(?<whole>.*\S)[\s,(（]+(?:phase|block|tower|blk)s?\.?\s*[a-z0-9]{1,3}(?:\s*[-–&,]\s*[a-z0-9]{1,3})*[)）]?$"
            + @"|^(?<whole>.*?[^\s,(（第])[\s,(（]*第?[a-z0-9一二三四五六七八九十]{1,2}(?:\s*[-–至]\s*[a-z0-9一二三四五六七八九十]{1,2})?[期座][)）]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Part();

    // "No. 16" is 16, and so is 16號.
    [GeneratedRegex(
        @"\bno\.?\s*(?=\d)|(?<=\d[a-z]?)\s*[號号]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex NumberSigns();
}
