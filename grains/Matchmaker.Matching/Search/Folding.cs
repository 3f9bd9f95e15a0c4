using System.Text;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Search;

/// <summary>
/// Folds a text to one form for all scripts, spellings and signs of the same meaning, so that 觀塘工廈 is found as 观塘工厦.
/// </summary>
public static class Folding
{
    /// <summary>
    /// Words separated by single spaces: half width, lower case, one character for all variants of a Han character
    /// (Traditional, Simplified, Hong Kong, Taiwan), American spelling, singular; signs count as spaces. Folding is not
    /// idempotent, so both sides of a comparison are folded exactly once.
    /// </summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var (start, length, kind, plain) in Pieces(text))
        {
            // Each Han character is a word of its own, without spaces between.
            var joins = folded.Length > 0 && kind == PieceKind.Han && start > 0 && IsHan(plain, start - 1);
            if (folded.Length > 0 && !joins)
                folded.Append(' ');
            var piece = plain.AsSpan(start, length);
            folded.Append(kind == PieceKind.Word ? Spelling.Of(piece.ToString()) : piece);
        }

        return folded.ToString();
    }

    /// <summary>
    /// Folds characters only: half width, lower case, one character for all variants of a Han character. Signs and
    /// spaces stay.
    /// </summary>
    public static string Characters(string text) => HanVariants.Of(PlainText.Of(text));

    /// <summary>Whether the character at that index is a Han character, or half of a surrogate pair of one.</summary>
    public static bool IsHan(string text, int at) =>
        text[at] is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or '〇'
        || (char.IsHighSurrogate(text[at]) && IsFarHan(text, at))
        || (char.IsLowSurrogate(text[at]) && at > 0 && IsFarHan(text, at - 1));

    /// <summary>The words of a text: each run of letters and digits, and each single Han character.</summary>
    internal static IEnumerable<(int Start, int Length, PieceKind Kind, string Plain)> Pieces(string text)
    {
        var plain = Characters(text);
        for (var i = 0; i < plain.Length; )
        {
            var start = i;
            if (IsHan(plain, i))
            {
                i += char.IsHighSurrogate(plain[i]) ? 2 : 1;
                yield return (start, i - start, PieceKind.Han, plain);
            }
            else if (char.IsLetterOrDigit(plain[i]))
            {
                while (i < plain.Length && char.IsLetterOrDigit(plain[i]) && !IsHan(plain, i))
                    i++;
                yield return (start, i - start, PieceKind.Word, plain);
            }
            else
            {
                i++;
            }
        }
    }

    // Hong Kong writes some Cantonese words, such as 𨋢 for a lift, with characters beyond the basic plane.
    private static bool IsFarHan(string text, int at) =>
        at + 1 < text.Length
        && char.IsSurrogatePair(text[at], text[at + 1])
        && char.ConvertToUtf32(text[at], text[at + 1]) >= 0x20000;
}

/// <summary>The kind of a piece of text.</summary>
internal enum PieceKind
{
    /// <summary>Letters and digits of a script that separates words.</summary>
    Word,

    /// <summary>One Han character.</summary>
    Han,
}
