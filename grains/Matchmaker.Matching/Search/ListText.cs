using System.Collections.Immutable;

namespace Matchmaker.Matching.Search;

/// <summary>
/// The text that lists search in, and the words of a text that is searched in it. Both are folded as the search box
/// folds names; besides, a part of a word as it was written is found.
/// </summary>
public static class ListText
{
    /// <summary>Separates the texts as written, in lower case, from their folded words.</summary>
    public const char Separator = '\u001f';

    /// <summary>The texts in lower case, each on its line, and their folded words between single spaces.</summary>
    public static string Of(params IEnumerable<string?> texts)
    {
        var written = texts.Where(text => !string.IsNullOrEmpty(text)).OfType<string>().ToList();
        var words = written.SelectMany(NameKey.Words).SelectMany(WithNumber).Distinct(StringComparer.Ordinal);
        return $"{string.Join('\n', written).ToLowerInvariant()}{Separator} {string.Join(' ', words)} ";
    }

    /// <summary>The words of a searched text, each of which must occur; none: every text has them.</summary>
    public static ImmutableArray<ListWord> Words(string text)
    {
        var chunks = NameKey.WithoutNumberSigns(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var words = chunks
            .Select(chunk => new ListWord(
                chunk.All(char.IsDigit) ? null : chunk,
                [.. NameKey.Words(chunk).Select(Fragment)]
            ))
            .ToImmutableArray();
        // A sign beside words, such as &, is not asked for; signs alone are, as they were written.
        return words.Any(word => !word.Folded.IsEmpty) ? [.. words.Where(word => !word.Folded.IsEmpty)] : words;
    }

    /// <summary>Whether a text of <see cref="Of"/> has every word.</summary>
    public static bool Has(string text, ImmutableArray<ListWord> words) =>
        words.All(word =>
            (word.Written is { } written && text.Contains(written, StringComparison.Ordinal))
            || (!word.Folded.IsEmpty && word.Folded.All(part => text.Contains(part, StringComparison.Ordinal)))
        );

    // House numbers are whole, the beginning of a word suffices, and Chinese is not divided into words.
    private static string Fragment(string word) =>
        word.All(char.IsDigit) ? $" {word} "
        : Folding.IsHan(word, 0) ? word
        : $" {word}";

    // 28A is also found as 28.
    private static IEnumerable<string> WithNumber(string word)
    {
        yield return word;
        var digits = word.TakeWhile(char.IsDigit).Count();
        if (digits > 0 && digits < word.Length)
            yield return word[..digits];
    }
}

/// <summary>One word of a text that a list is searched for.</summary>
/// <param name="Written">What may occur in the texts as written; null: only the folded words count.</param>
/// <param name="Folded">Or what must all occur in the folded words; empty: nothing may.</param>
public sealed record ListWord(string? Written, ImmutableArray<string> Folded);
