using System.Collections.Immutable;
using Matchmaker.Matching.Search;

namespace Matchmaker.Matching.Briefs;

/// <summary>The names that words with a typing error may mean, such as Kwun Tong for "Kwung Tong".</summary>
internal static class NearNames
{
    private const int MaxNames = 3;
    private const int MaxLength = 32;
    private const int LongName = 8;

    /// <summary>The nearest names, each with what it asks for; empty: none is near.</summary>
    public static ImmutableArray<(string Name, Interpretation Interpretation)> Of(Lexicon lexicon, string words)
    {
        var folded = Folding.Of(words);
        if (folded.Length is < 2 or > MaxLength || folded.Any(char.IsAsciiDigit))
            return [];
        return
        [
            .. lexicon
                .Names.Select(name => (name, Distance: Distance(folded, name.Folded)))
                .Where(near => near.Distance <= MaxDistance(folded) && IsLikely(folded, near.name))
                .OrderBy(near => near.Distance)
                .ThenBy(near => near.name.Phrase, StringComparer.Ordinal)
                .DistinctBy(near => near.name.Interpretation)
                .DistinctBy(near => near.name.Phrase)
                .Take(MaxNames)
                .Select(near => (near.name.Phrase, near.name.Interpretation)),
        ];
    }

    // One Han character of two says little; only places are often typed wrong so.
    private static bool IsLikely(string folded, (string Phrase, string Folded, Interpretation Interpretation) name) =>
        !Folding.IsHan(folded, 0)
        || (
            folded.Length == name.Folded.Length
            && (folded.Length > 2 || name.Interpretation is CodeInterpretation { List: "district" })
        );

    private static int MaxDistance(string folded) =>
        Folding.IsHan(folded, 0) ? 1
        : folded.Length >= LongName ? 2
        : folded.Length > 4 ? 1
        : 0;

    // Letters that are added, left out, changed or swapped. Far more than allowed where the first letters differ.
    private static int Distance(string left, string right)
    {
        if (left[0] != right[0] || Math.Abs(left.Length - right.Length) > 2)
            return int.MaxValue;
        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[right.Length];
    }
}
