namespace Matchmaker.Matching.Search.Parsing;

/// <summary>
/// One word of a folded text: a run of letters, a run of digits, one Han character, or one meaningful sign.
/// </summary>
/// <param name="Id">The word's number in a lexicon; -1: no phrase contains it.</param>
/// <param name="FollowsBreak">Whether a comma or similar sign precedes the word.</param>
internal readonly record struct Word(int Start, int End, WordKind Kind, int Id, bool FollowsBreak)
{
    private const string Signs = "±≥≤<>~✓✔✗✘";
    private const string BreakSigns = ",;、。\n|:!?";

    /// <summary>Assigns a number to a word.</summary>
    public delegate int Numbering(ReadOnlySpan<char> word);

    /// <summary>Whether the character separates wishes, as a comma does.</summary>
    public static bool IsBreak(char c) => BreakSigns.Contains(c);

    public static List<Word> Of(string folded, Numbering numbering)
    {
        var words = new List<Word>();
        var breaks = false;
        for (var i = 0; i < folded.Length; )
        {
            if (KindAt(folded, i) is not { } kind)
            {
                breaks |= IsBreak(folded[i]);
                i++;
                continue;
            }

            var end = EndOf(folded, i, kind);
            words.Add(new(i, end, kind, IdOf(folded, i, end, kind, numbering), breaks));
            (i, breaks) = (end, false);
        }

        return words;
    }

    private static WordKind? KindAt(string folded, int at) =>
        folded[at] switch
        {
            _ when Folding.IsHan(folded, at) => WordKind.Han,
            >= '0' and <= '9' => WordKind.Digits,
            var c when char.IsLetterOrDigit(c) => WordKind.Letters,
            var c when Signs.Contains(c) => WordKind.Sign,
            _ => null,
        };

    private static int EndOf(string folded, int start, WordKind kind)
    {
        if (kind is WordKind.Han)
            return start + (char.IsHighSurrogate(folded[start]) ? 2 : 1);
        var end = start + 1;
        while (kind is not WordKind.Sign && end < folded.Length && KindAt(folded, end) == kind)
            end++;
        return end;
    }

    // Only English words have variant spellings; digits and Han characters need no new string.
    private static int IdOf(string folded, int start, int end, WordKind kind, Numbering numbering) =>
        kind is WordKind.Letters
            ? numbering(Spelling.Of(folded[start..end]))
            : numbering(folded.AsSpan(start, end - start));
}

/// <summary>The kind of characters in a word.</summary>
internal enum WordKind
{
    Letters,
    Digits,
    Han,
    Sign,
}
