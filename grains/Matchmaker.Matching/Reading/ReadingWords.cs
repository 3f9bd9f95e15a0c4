using System.Collections.Frozen;
using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading.Scanning;

namespace Matchmaker.Matching.Reading;

/// <summary>The words with a meaning of their own in any field: words.csv.</summary>
internal static class ReadingWords
{
    private static readonly string[] DenialsInHan =
        "不 唔 不可 不能 不得 不應 不宜 不要 不會 唔可以 唔好 唔得 唔會".Split(' ');

    private static readonly string[] Denials =
    [
        .. from no in "not|cannot|can't|must not|mustn't|should not|shouldn't|don't|doesn't|won't".Split('|')
        from be in new[] { " ", " be ", " go " }
        select no + be,
    ];

    private static readonly ILookup<string, string> Rows = Csv.Embedded("Reading.words.csv")
        .SelectMany(row => row["words"].Split('|'), (row, word) => (Kind: row["kind"], Word: word))
        .ToLookup(row => row.Kind, row => row.Word);

    private static readonly FrozenDictionary<string, bool> Flags = Of("yes")
        .Select(word => (Word: word, Yes: true))
        .Concat(Of("no").Select(word => (Word: word, Yes: false)))
        .GroupBy(pair => ReadingText.Of(pair.Word), pair => pair.Yes)
        .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> NothingWords = Keys("nothing");
    private static readonly FrozenSet<string> NowWords = Keys("now");
    private static readonly FrozenSet<string> FloorNames = Keys("floorName");

    private static readonly ImmutableArray<(string Word, Comparison Comparison)> Before = Comparisons(
        "Before",
        "Either"
    );
    private static readonly ImmutableArray<(string Word, Comparison Comparison)> After = Comparisons("After", "Either");

    /// <summary>The words of one kind as people write them.</summary>
    public static IEnumerable<string> Of(string kind) => Rows[kind];

    /// <summary>The words of a comparison that stand before its amount, after it, or on either side.</summary>
    public static IEnumerable<string> OfComparison(Comparison comparison, string side)
    {
        var words = Written(comparison, side);
        return side == "Before" && Opposite(comparison) is { } opposite
            ? words.Concat(Written(opposite, side).SelectMany(Denied).Except(Written(opposite, side))).Distinct()
            : words;
    }

    private static IEnumerable<string> Written(Comparison comparison, string side)
    {
        var name = $"{comparison}";
        return Of(char.ToLowerInvariant(name[0]) + name[1..] + side);
    }

    private static Comparison? Opposite(Comparison comparison) =>
        comparison switch
        {
            Comparison.AtLeast => Comparison.AtMost,
            Comparison.AtMost => Comparison.AtLeast,
            _ => null,
        };

    // 唔低過, 不可少於 and "not below" say at least.
    private static IEnumerable<string> Denied(string word) =>
        word is [.., '於' or '過' or '出'] && word[0] is not ('不' or '唔' or '未')
            ? [.. DenialsInHan.Select(no => no + word)]
        : word.EndsWith("than", StringComparison.Ordinal) && !word.StartsWith("no", StringComparison.Ordinal)
            ? ["not " + word, "no " + word, "not be " + word, "cannot be " + word, "can't be " + word]
        : word is "over" or "above" or "below" or "under" or "exceeding" or "exceed" or "exceeds"
            ? [.. Denials.Select(no => no + word)]
        : [];

    /// <summary>Yes or no; null: another word.</summary>
    public static bool? Flag(string normal) => Flags.TryGetValue(normal, out var yes) ? yes : null;

    /// <summary>Whether the text says that there is no value.</summary>
    public static bool IsNothing(string normal) => normal.Length == 0 || NothingWords.Contains(normal);

    public static bool IsNow(string normal) => NowWords.Contains(normal);

    /// <summary>Whether a floor's word, such as UG, is a name that says no number.</summary>
    public static bool IsFloorName(string normal) => FloorNames.Contains(normal);

    /// <summary>The text without the comparison at its start or end, and the comparison.</summary>
    public static (Comparison? Comparison, string Text) TakeComparison(string normal)
    {
        foreach (var (word, comparison) in Before)
        {
            if (ReadingText.HasWord(normal, 0, word) && normal.Length > word.Length)
                return (comparison, normal[word.Length..].TrimStart());
        }

        foreach (var (word, comparison) in After)
        {
            if (normal.EndsWith(word, StringComparison.Ordinal) && !ContinuesWord(normal, normal.Length - word.Length))
                return (comparison, normal[..^word.Length].TrimEnd());
        }

        return (null, normal);
    }

    // "ft min" ends with a word of its own, "admin" does not.
    private static bool ContinuesWord(string text, int at) =>
        at > 0 && char.IsAsciiLetter(text[at]) && char.IsAsciiLetter(text[at - 1]);

    private static FrozenSet<string> Keys(string kind) =>
        Of(kind).Select(ReadingText.Of).ToFrozenSet(StringComparer.Ordinal);

    private static ImmutableArray<(string Word, Comparison Comparison)> Comparisons(params string[] sides) =>
        [
            .. from comparison in Enum.GetValues<Comparison>()
            from side in sides
            from word in OfComparison(comparison, side)
            orderby word.Length descending
            select (ReadingText.Of(word), comparison),
        ];
}
