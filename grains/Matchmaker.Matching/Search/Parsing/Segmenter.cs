using System.Collections.Immutable;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Search.Parsing.Doubts;
using Matchmaker.Matching.Search.Parsing.Times;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>Cuts a folded text into spans: amounts, the longest phrases of the lexicon, and remaining words.</summary>
internal sealed class Segmenter
{
    // A district's name within a street name is no district: 觀塘道 runs through three districts.
    private static readonly string[] StreetWords = "道 路 街 里 road rd street st lane line avenue ave".Split(' ');

    private static readonly ImmutableArray<Interpretation> ByMinus = [new DenialInterpretation(Denial.Excluded)];

    private readonly Lexicon _lexicon;
    private readonly string _folded;
    private readonly bool _withMachines;
    private readonly List<Word> _words;
    private readonly TimeScanner _times;
    private readonly List<TextSpan> _spans = [];

    /// <param name="withMachines">Whether the names of machines are phrases.</param>
    public Segmenter(Lexicon lexicon, string folded, bool withMachines)
    {
        (_lexicon, _folded, _withMachines) = (lexicon, folded, withMachines);
        _words = Word.Of(folded, lexicon.IdOf);
        _times = new(folded, _words);
    }

    public List<TextSpan> Read()
    {
        for (var at = 0; at < _words.Count; )
            at = ReadNext(at);
        return _spans;
    }

    private (int Count, ImmutableArray<Interpretation> Interpretations) PhraseAt(int at) =>
        _lexicon.LongestPhrase(_words, at, _withMachines);

    private int ReadNext(int at)
    {
        if (IsMinus(at))
            AddSpan(at, at, new(_words[at].Start - 1, _words[at].Start, ByMinus, _words[at].FollowsBreak));
        if (MarkAt(at) is { } named)
            return AddPlain(at, named);
        var (count, interpretations) = PhraseAt(at);
        if (count > 0 && CodeAround(at + count, interpretations) is { } code)
            return AddPlain(at, code);
        if (count > 0 && (IsStreet(at, count, interpretations[0]) || IsPartOfWord(at, count, interpretations[0])))
            count = 0;
        // 有無塵室 has a 無塵室.
        if (
            count == 2
            && interpretations is [StopWordInterpretation]
            && PhraseAt(at + 1) is (> 1, [not StopWordInterpretation, ..])
        )
            return AddSpan(at, at + 1, new(_words[at].Start, _words[at].End, interpretations, _words[at].FollowsBreak));
        if (count == 1 && IsNumberSign(at))
            return at + 1;
        if (_times.PeriodAt(at) is var (period, periodEnd))
            return AddSpan(
                at,
                FirstAfter(periodEnd),
                new(_words[at].Start, periodEnd, [], _words[at].FollowsBreak) { Period = period }
            );
        if (_times.DayAt(at) is var (day, dayEnd))
            return AddSpan(
                at,
                FirstAfter(dayEnd),
                new(_words[at].Start, dayEnd, [], _words[at].FollowsBreak) { Day = day }
            );
        if (
            _words[at].Kind is WordKind.Letters or WordKind.Han
            && OtherBases.At(_folded, _words[at].Start) is { } foreign
        )
            return AddPlain(at, foreign.End);
        if (
            FloorScanner.At(_folded, _words[at].Start, _spans is [.., { AsComparison: not null }])
                is (var floor, var isSure)
            && (isSure || !Touches(at))
        )
            return AddSpan(
                at,
                FirstAfter(floor.End),
                new(floor.Start, floor.End, [], _words[at].FollowsBreak) { Amount = floor, IsDoubtful = !isSure }
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
            && Amount.BehindUnit(_folded, _words[at].Start) is { } behind
        )
            return AddSpan(
                at,
                FirstAfter(behind.End),
                new(behind.Start, behind.End, [], _words[at].FollowsBreak) { Amount = behind }
            );
        return _words[at].Kind is WordKind.Han ? TakeHan(at) : TakeLetters(at);
    }

    // A room's name does not begin within a word.
    private int? MarkAt(int at) =>
        Touches(at) && _words[at].Kind is not WordKind.Han && _words[at - 1].Kind is not WordKind.Han
            ? null
            : Marks.NamedAt(_folded, _words[at].Start);

    // CNC5軸 are two phrases.
    private int? CodeAround(int next, ImmutableArray<Interpretation> interpretations) =>
        next < _words.Count && PhraseAt(next).Count > 0
            ? null
            : Marks.AroundPhrase(_folded, _words[next - 1].End, interpretations);

    private int AddPlain(int at, int end) =>
        AddSpan(at, FirstAfter(end), new(_words[at].Start, end, [], _words[at].FollowsBreak));

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
            && _folded[year.Start - 1] is ':' or '-' or '/'
        )
            next++;
        return AddSpan(at, next, new(_words[at].Start, _words[next - 1].End, interpretations, _words[at].FollowsBreak));
    }

    // A hyphen directly before a term and after a space denies the term.
    private bool IsMinus(int at)
    {
        var minus = _words[at].Start - 1;
        return minus >= 0
            && _folded[minus] == '-'
            && (minus == 0 || char.IsWhiteSpace(_folded[minus - 1]) || Word.IsBreak(_folded[minus - 1]))
            && !(_words[at].Kind is WordKind.Digits && _spans is [.., { Amount: not null }]);
    }

    // "No. 5" is a number, not a denial; "no 24-hour access" is one.
    private bool IsNumberSign(int at) =>
        at + 1 < _words.Count
        && _words[at + 1].Kind is WordKind.Digits
        && _folded[_words[at].Start.._words[at].End] is "no"
        && PhraseAt(at + 1).Count == 0
        && AmountAt(at + 1) is not { Unit.Length: > 0 };

    private Amount? InLettersAt(int at) =>
        _words[at].Kind is WordKind.Letters
            ? Amount.InLetters(
                _folded,
                _words[at].Start,
                _words[at].End,
                PhraseAt(at + 1).Interpretations.Any(interpretation => interpretation is AttributeInterpretation)
            )
            : null;

    private Amount? AmountAt(int at) =>
        Amount.Read(
            _folded,
            StartOfNumber(_words[at].Start),
            _spans is [.., { Interpretations: [ComparisonInterpretation { Comparison: Comparison.Between }, ..] }]
        ) ?? CountAt(at);

    // 一個 is an article, and so may 三個 be; before a name such as 上落貨位 it counts.
    private Amount? CountAt(int at) =>
        Amount.Count(_folded, _words[at].Start) is { } count
        && PhraseAt(FirstAfter(count.End)).Interpretations.Any(of => of is AttributeInterpretation)
            ? count
            : null;

    // A number may start with its decimal point, as in .5.
    private int StartOfNumber(int start) =>
        start > 0 && _folded[start - 1] == '.' && (start == 1 || _folded[start - 2] == ' ') ? start - 1 : start;

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
        PhraseAt(at) is var (count, interpretations)
        && (
            count > 1
                ? interpretations[0] is not NounInterpretation && !IsStreet(at, count, interpretations[0])
                : count == 1 && IsDenialOfPhrase(at)
        );

    // 非 denies what follows only where that is a phrase: 非凡 is a name.
    private bool IsDenialOfPhrase(int at) =>
        PhraseAt(at) is (1, [DenialInterpretation, ..]) && PhraseAt(at + 1) is (> 0, [not StopWordInterpretation, ..]);

    private bool IsPartOfWord(int at, int count, Interpretation interpretation) =>
        count == 1
        && !IsDenialOfPhrase(at)
        && _words[at].Kind is WordKind.Han
        && interpretation is not StopWordInterpretation
        && !(interpretation is ComparisonInterpretation comparison && IsBesideValue(at, comparison.Side))
        && (
            FollowsName(at)
            || (
                at + 1 < _words.Count
                && _words[at + 1].Kind is WordKind.Han
                && Touches(at + 1)
                && PhraseAt(at + 1).Count == 0
                && AmountAt(at + 1) is not { Unit.Length: > 0 }
            )
        );

    // 內 compares what stands before it, and is a part of 內廁.
    private bool IsBesideValue(int at, ComparisonSide side) =>
        side is not ComparisonSide.After || _spans is [.., { IsValue: true } or { AsComparison: not null }];

    private bool FollowsName(int at) => Touches(at) && _spans is [.., { Interpretations.IsEmpty: true, Amount: null }];

    private bool IsStreet(int at, int count, Interpretation interpretation) =>
        interpretation is CodeInterpretation { List: "district" }
        && at + count < _words.Count
        && StreetWords.Contains(_folded[_words[at + count].Start.._words[at + count].End]);

    // A bare number is a part of the word that follows it at once: 12B, 14樓.
    private bool IsGlued(int end)
    {
        var next = FirstAfter(end);
        return next < _words.Count
            && _words[next].Start == end
            && (
                _words[next].Kind is WordKind.Letters
                || (_words[next].Kind is WordKind.Han && PhraseAt(next).Count == 0)
            );
    }

    private bool Touches(int at) => at > 0 && _words[at].Start == _words[at - 1].End;
}
