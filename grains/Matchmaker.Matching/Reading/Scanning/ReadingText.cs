using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Reading.Scanning;

/// <summary>The one normal form in which every reader sees a text.</summary>
internal static class ReadingText
{
    /// <summary>Half width, lower case, one form of each sign and Han character, without blanks around.</summary>
    public static string Of(string text) => HanVariants.Of(PlainText.Of(text)).Trim();

    /// <summary>A name's key: spaces, hyphens and underscores do not count.</summary>
    public static string Key(string text) =>
        string.Concat(Of(text).Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '_' or '·' or '・' or '.')));

    public static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at;
    }

    /// <summary>Whether a word written in letters would go on at the index.</summary>
    public static bool IsInsideWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at]);

    public static bool Has(string text, int at, string word) =>
        text.AsSpan(Math.Min(at, text.Length)).StartsWith(word, StringComparison.Ordinal);

    /// <summary>Whether a word stands at the index and ends there.</summary>
    public static bool HasWord(string text, int at, string word) =>
        Has(text, at, word) && !IsInsideWord(text, at + word.Length);
}
