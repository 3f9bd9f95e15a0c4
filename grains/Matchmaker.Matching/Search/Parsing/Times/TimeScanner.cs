using Matchmaker.Matching.Reading;

namespace Matchmaker.Matching.Search.Parsing.Times;

/// <summary>Finds days and periods in running text.</summary>
internal sealed class TimeScanner(string folded, List<Word> words)
{
    // 2026年11月21日 has six words, and 21st November 2026 four.
    private const int MaxWordsOfDay = 6;
    private const int MaxLengthOfDay = 24;

    // A day says its year, so that it is taken for no amount: 21/11/2026, 21 Nov 2026, 2026年11月21日.
    public (DateOnly Day, int End)? DayAt(int at)
    {
        if (
            words[at].Kind is not (WordKind.Digits or WordKind.Letters)
            || Touches(at) && words[at - 1].Kind is not WordKind.Han
        )
            return null;
        for (var last = Math.Min(at + MaxWordsOfDay, words.Count) - 1; last > at; last--)
        {
            var (start, end) = (words[at].Start, words[last].End);
            if (
                end - start <= MaxLengthOfDay
                && !(
                    last + 1 < words.Count
                    && Touches(last + 1)
                    && words[last + 1].Kind is WordKind.Digits or WordKind.Letters
                )
                && HasYear(folded.AsSpan(start, end - start))
                && DayReader.Read(folded[start..end]).Day is { } day
            )
                return (day, end);
        }

        return null;
    }

    public (WrittenPeriod Period, int End)? PeriodAt(int at)
    {
        var word = words[at];
        return
            word.Kind is WordKind.Sign || (Touches(at) && words[at - 1].Kind is not WordKind.Han) || IsGluedToDay(word)
            ? null
            : PeriodReader.At(folded, word.Start, folded.AsSpan(word.Start, word.End - word.Start));
    }

    // 2/2027 of 31/2/2027 is no month.
    private bool IsGluedToDay(Word word) => word.Start > 0 && folded[word.Start - 1] is '/' or '-' or '.';

    // Every day that is read says its year in four digits; most words say none.
    private static bool HasYear(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var letter in text)
        {
            digits = char.IsDigit(letter) ? digits + 1 : 0;
            if (digits == 4)
                return true;
        }

        return false;
    }

    private bool Touches(int at) => at > 0 && words[at].Start == words[at - 1].End;
}
