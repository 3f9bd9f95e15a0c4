using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Search;

namespace Matchmaker.Matching.Briefs;

/// <summary>The words of a text, which are all that is written but spaces and punctuation.</summary>
internal static class WrittenWords
{
    private static readonly SearchValues<char> Dividers = SearchValues.Create(",;:，。、；：！？!?\n");

    /// <summary>The words outside these ranges, those that only spaces divide together.</summary>
    public static ImmutableArray<IgnoredWords> Outside(string text, IEnumerable<TextRange> ranges)
    {
        var covered = new bool[text.Length];
        foreach (var range in ranges)
            Array.Fill(covered, true, range.Start, range.End - range.Start);
        var found = ImmutableArray.CreateBuilder<IgnoredWords>();
        for (var start = 0; start < text.Length; start++)
        {
            if (covered[start] || !IsWritten(text[start]))
                continue;
            var end = start + 1;
            for (var at = end; at < text.Length && !covered[at] && !IsDivider(text[at]); at++)
                end = IsWritten(text[at]) ? at + 1 : end;
            found.Add(new(text[start..end], [start, end]));
            start = end;
        }

        return found.ToImmutable();
    }

    /// <summary>Whether only spaces stand between two places.</summary>
    public static bool AreTogether(string text, int end, int start) =>
        text.AsSpan(end, Math.Max(0, start - end)).IsWhiteSpace();

    /// <summary>Whether no sign that divides wishes stands between two places.</summary>
    public static bool AreOneClause(string text, int end, int start) =>
        text.AsSpan(end, Math.Max(0, start - end)).IndexOfAny(Dividers) < 0;

    /// <summary>Whether a character says something; half of a pair of surrogates does.</summary>
    public static bool IsWritten(char c) => !char.IsWhiteSpace(c) && !IsDivider(c) && !char.IsControl(c);

    private static bool IsDivider(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.DashPunctuation
                or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation;
}
