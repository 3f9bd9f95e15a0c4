using System.Collections.Immutable;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Search.Parsing.Times;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>Cuts a folded text into spans: amounts, the longest phrases of the lexicon, and remaining words.</summary>
internal sealed class Segmenter(Lexicon lexicon, string folded)
{
    // A district's name within a street name is no district: 觀塘道 runs through three districts.
    private static readonly string[] StreetWords = "道 路 街 里 road rd street st lane line avenue ave".Split(' ');

    // 2026年11月21日 has six words, and 21st November 2026 four.
    private const int MaxWordsOfDay = 6;
    private const int MaxLengthOfDay = 24;

    private static readonly ImmutableArray<Interpretation> ByMinus = [new DenialInterpretation(Denial.Excluded)];

    private readonly List<Word> _words = Word.Of(folded, lexicon.IdOf);
    private readonly List<TextSpan> _spans = [];

    public List<TextSpan> Read()
    {
        for (var at = 0; at < _words.Count; )
            at = ReadNext(at);
        return _spans;
    }

    private int ReadNext(int at)
    {
        if (IsMinus(at))
            AddSpan(at, at, new(_words[at].Start - 1, _words[at].Start, ByMinus, _words[at].FollowsBreak));
        var (count, interpretations) = lexicon.LongestPhrase(_words, at);
        if (count > 0 && (IsStreet(at, count, interpretations[0]) || IsPartOfWord(at, count, interpretations[0])))
            count = 0;
        // 有無塵室 has a 無塵室.
        if (
            count == 2
            && interpretations is [StopWordInterpretation]
            && lexicon.LongestPhrase(_words, at + 1) is (> 1, [not StopWordInterpretation, ..])
        )
            return AddSpan(at, at + 1, new(_words[at].Start, _words[at].End, interpretations, _words[at].FollowsBreak));
        if (count == 1 && IsNumberSign(at))
            return at + 1;
        if (PeriodAt(at) is var (period, periodEnd))
            return AddSpan(
                at,
                FirstAfter(periodEnd),
                new(_words[at].Start, periodEnd, [], _words[at].FollowsBreak) { Period = period }
            );
        if (DayAt(at) is var (day, dayEnd))
            return AddSpan(
                at,
                FirstAfter(dayEnd),
                new(_words[at].Start, dayEnd, [], _words[at].FollowsBreak) { Day = day }
            );
        if (FloorScanner.At(folded, _words[at].Start, _spans is [.., { AsComparison: not null }]) is { } floor)
            return AddSpan(
                at,
                FirstAfter(floor.End),
                new(floor.Start, floor.End, [], _words[at].FollowsBreak) { Amount = floor }
            );
        var amount = _words[at].Kind is WordKind.Digits or WordKind.Han ? AmountAt(at) : InLettersAt(at);
        var phraseEnd = count > 0 ? _words[at + count - 1].End : 0;
        if (
            amount is { } found
            && found.End >= phraseEnd
            && (found.Unit.Length > 0 || found.IsBroken || !IsGlued(found.End))
        )
            return AddSpan(
                at,
                FirstAfter(found.End),
                new(found.Start, found.End, [], _words[at].FollowsBreak) { Amount = found.IsBroken ? null : found }
            );
        if (count > 0)
            return TakePhrase(at, count, interpretations);
        if (_words[at].Kind is WordKind.Sign)
            return at + 1;
        if (
            _words[at].Kind is WordKind.Letters or WordKind.Han
            && Amount.BehindUnit(folded, _words[at].Start) is { } behind
        )
            return AddSpan(
                at,
                FirstAfter(behind.End),
                new(behind.Start, behind.End, [], _words[at].FollowsBreak) { Amount = behind }
            );
        return _words[at].Kind is WordKind.Han ? TakeHan(at) : TakeLetters(at);
    }

    // A day says its year, so that it is taken for no amount: 21/11/2026, 21 Nov 2026, 2026年11月21日.
    private (DateOnly Day, int End)? DayAt(int at)
    {
        if (
            _words[at].Kind is not (WordKind.Digits or WordKind.Letters)
            || Touches(at) && _words[at - 1].Kind is not WordKind.Han
        )
            return null;
        for (var last = Math.Min(at + MaxWordsOfDay, _words.Count) - 1; last > at; last--)
        {
            var (start, end) = (_words[at].Start, _words[last].End);
            if (
                end - start <= MaxLengthOfDay
                && !(
                    last + 1 < _words.Count
                    && Touches(last + 1)
                    && _words[last + 1].Kind is WordKind.Digits or WordKind.Letters
                )
                && HasYear(folded.AsSpan(start, end - start))
                && DayReader.Read(folded[start..end]).Day is { } day
            )
                return (day, end);
        }

        return null;
    }

    private (WrittenPeriod Period, int End)? PeriodAt(int at)
    {
        var word = _words[at];
        return
            word.Kind is WordKind.Sign || (Touches(at) && _words[at - 1].Kind is not WordKind.Han) || IsGluedToDay(word)
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

    private int TakePhrase(int at, int count, ImmutableArray<Interpretation> interpretations)
    {
        var next = at + count;
        // A standard may carry its year, as in ISO 9001:2015.
        if (
            next < _words.Count
            && interpretations.Any(interpretation => interpretation is TagInterpretation)
            && _words[next - 1].Kind is WordKind.Digits
            && _words[next] is { Kind: WordKind.Digits } year
            && year.End - year.Start == 4
            && year.Start == _words[next - 1].End + 1
            && folded[year.Start - 1] is ':' or '-' or '/'
        )
            next++;
        return AddSpan(at, next, new(_words[at].Start, _words[next - 1].End, interpretations, _words[at].FollowsBreak));
    }

    // A hyphen directly before a term and after a space denies the term.
    private bool IsMinus(int at)
    {
        var minus = _words[at].Start - 1;
        return minus >= 0
            && folded[minus] == '-'
            && (minus == 0 || char.IsWhiteSpace(folded[minus - 1]) || Word.IsBreak(folded[minus - 1]))
            && !(_words[at].Kind is WordKind.Digits && _spans is [.., { Amount: not null }]);
    }

    // "No. 5" is a number, not a denial; "no 24-hour access" is one.
    private bool IsNumberSign(int at) =>
        at + 1 < _words.Count
        && _words[at + 1].Kind is WordKind.Digits
        && folded[_words[at].Start.._words[at].End] is "no"
        && lexicon.LongestPhrase(_words, at + 1).Count == 0
        && AmountAt(at + 1) is not { Unit.Length: > 0 };

    private Amount? InLettersAt(int at) =>
        _words[at].Kind is WordKind.Letters
            ? Amount.InLetters(
                folded,
                _words[at].Start,
                _words[at].End,
                lexicon
                    .LongestPhrase(_words, at + 1)
                    .Interpretations.Any(interpretation => interpretation is AttributeInterpretation)
            )
            : null;

    private Amount? AmountAt(int at) =>
        Amount.Read(
            folded,
            StartOfNumber(_words[at].Start),
            _spans is [.., { Interpretations: [ComparisonInterpretation { Comparison: Comparison.Between }, ..] }]
        );

    // A number may start with its decimal point, as in .5.
    private int StartOfNumber(int start) =>
        start > 0 && folded[start - 1] == '.' && (start == 1 || folded[start - 2] == ' ') ? start - 1 : start;

    private int AddSpan(int at, int next, TextSpan span)
    {
        _spans.Add(span);
        return Math.Max(next, at + 1);
    }

    private int FirstAfter(int end)
    {
        var (low, high) = (0, _words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _words[middle].Start < end ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Adjacent letters and digits, such as B12, are one word unless a phrase begins there.
    private int TakeLetters(int at)
    {
        var end = at + 1;
        while (end < _words.Count && _words[end].Kind is WordKind.Letters or WordKind.Digits && Touches(end))
            end++;
        return AddSpan(at, end, new(_words[at].Start, _words[end - 1].End, [], _words[at].FollowsBreak));
    }

    private int TakeHan(int at)
    {
        var end = at + 1;
        while (end < _words.Count && _words[end].Kind is WordKind.Han && Touches(end) && !IsPhraseInside(end))
            end++;
        return AddSpan(at, end, new(_words[at].Start, _words[end - 1].End, [], _words[at].FollowsBreak));
    }

    // A single character within a name, such as 的 in 的士, is rarely a word of its own.
    private bool IsPhraseInside(int at) =>
        lexicon.LongestPhrase(_words, at) is var (count, interpretations)
        && (
            count > 1
                ? interpretations[0] is not NounInterpretation && !IsStreet(at, count, interpretations[0])
                : count == 1 && IsDenialOfPhrase(at)
        );

    // 非 denies what follows only where that is a phrase: 非凡 is a name.
    private bool IsDenialOfPhrase(int at) =>
        lexicon.LongestPhrase(_words, at) is (1, [DenialInterpretation, ..])
        && lexicon.LongestPhrase(_words, at + 1) is (> 0, [not StopWordInterpretation, ..]);

    private bool IsPartOfWord(int at, int count, Interpretation interpretation) =>
        count == 1
        && !IsDenialOfPhrase(at)
        && _words[at].Kind is WordKind.Han
        && interpretation is not (StopWordInterpretation or ComparisonInterpretation)
        && (
            FollowsName(at)
            || (
                at + 1 < _words.Count
                && _words[at + 1].Kind is WordKind.Han
                && Touches(at + 1)
                && lexicon.LongestPhrase(_words, at + 1).Count == 0
                && AmountAt(at + 1) is not { Unit.Length: > 0 }
            )
        );

    private bool FollowsName(int at) => Touches(at) && _spans is [.., { Interpretations.IsEmpty: true, Amount: null }];

    private bool IsStreet(int at, int count, Interpretation interpretation) =>
        interpretation is CodeInterpretation { List: "district" }
        && at + count < _words.Count
        && StreetWords.Contains(folded[_words[at + count].Start.._words[at + count].End]);

    // A bare number is a part of the word that follows it at once: 12B, 14樓.
    private bool IsGlued(int end)
    {
        var next = FirstAfter(end);
        return next < _words.Count
            && _words[next].Start == end
            && (
                _words[next].Kind is WordKind.Letters
                || (_words[next].Kind is WordKind.Han && lexicon.LongestPhrase(_words, next).Count == 0)
            );
    }

    private bool Touches(int at) => at > 0 && _words[at].Start == _words[at - 1].End;
}
