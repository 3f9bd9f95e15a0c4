namespace Matchmaker.Matching.Search.Reading;

/// <summary>Cuts a folded text into stretches: amounts, phrases of the lexicon, the longest first, and what is left.</summary>
internal sealed class Segmenter(Lexicon lexicon, string folded)
{
    // Because 觀塘道 lies in three districts: a district's name that a street bears is no district.
    private static readonly string[] StreetWords =
    [
        "道",
        "路",
        "街",
        "里",
        "road",
        "rd",
        "street",
        "st",
        "lane",
        "line",
        "avenue",
        "ave",
    ];

    private readonly List<Word> _words = Word.Of(folded, lexicon.IdOf);
    private readonly List<TextSpan> _stretches = [];

    public List<TextSpan> Read()
    {
        for (var at = 0; at < _words.Count; )
            at = Next(at);
        return _stretches;
    }

    private int Next(int at)
    {
        var (count, meanings) = lexicon.Longest(_words, at);
        if (count > 0 && (IsStreet(at, count, meanings[0]) || IsPartOfWord(at, count, meanings[0])))
            count = 0;
        var amount = _words[at].Kind is WordKind.Digits ? AmountAt(at) : null;
        var phraseEnd = count > 0 ? _words[at + count - 1].End : 0;
        if (amount is { } found && found.End >= phraseEnd && (found.Unit.Length > 0 || !IsGlued(at)))
            return Take(
                at,
                FirstAfter(found.End),
                new(StartOfAmount(at), found.End, [], _words[at].Breaks) { Amount = found }
            );
        if (count > 0)
            return Take(at, at + count, new(_words[at].Start, phraseEnd, meanings, _words[at].Breaks));
        if (_words[at].Kind is WordKind.Sign)
            return at + 1;
        return _words[at].Kind is WordKind.Han ? TakeHan(at) : TakeLetters(at);
    }

    private Amount? AmountAt(int at) =>
        Amount.At(
            folded,
            StartOfNumber(_words[at].Start),
            _stretches is [.., { Meanings: [ComparisonInterpretation { Turn: Comparison.Between }, ..] }]
        );

    // Because .5 is a number too.
    private int StartOfNumber(int start) =>
        start > 0 && folded[start - 1] == '.' && (start == 1 || folded[start - 2] == ' ') ? start - 1 : start;

    // Because the sign of the currency belongs to the amount, and what stands before it stands next to it.
    private int StartOfAmount(int at)
    {
        var before = folded.AsSpan(0, _words[at].Start).TrimEnd(' ');
        return before.EndsWith('$') ? before.Length - 1 : _words[at].Start;
    }

    private int Take(int at, int next, TextSpan stretch)
    {
        _stretches.Add(stretch);
        return Math.Max(next, at + 1);
    }

    private int FirstAfter(int end)
    {
        var next = 0;
        while (next < _words.Count && _words[next].Start < end)
            next++;
        return next;
    }

    // Because letters and digits that stand together, such as B12, are one word where no phrase begins.
    private int TakeLetters(int at)
    {
        var end = at + 1;
        while (end < _words.Count && _words[end].Kind is WordKind.Letters or WordKind.Digits && Touches(end))
            end++;
        return Take(at, end, new(_words[at].Start, _words[end - 1].End, [], _words[at].Breaks));
    }

    private int TakeHan(int at)
    {
        var end = at + 1;
        while (end < _words.Count && _words[end].Kind is WordKind.Han && Touches(end) && !IsPhraseInside(end))
            end++;
        return Take(at, end, new(_words[at].Start, _words[end - 1].End, [], _words[at].Breaks));
    }

    // Because one character within a name, such as 的 in 的士, seldom is a word of its own.
    private bool IsPhraseInside(int at) =>
        lexicon.Longest(_words, at) is (> 1, var meanings)
        && !IsStreet(at, lexicon.Longest(_words, at).Count, meanings[0]);

    private bool IsPartOfWord(int at, int count, Interpretation meaning) =>
        count == 1
        && _words[at].Kind is WordKind.Han
        && meaning is not (StopWordInterpretation or ComparisonInterpretation)
        && (
            FollowsName(at)
            || (
                at + 1 < _words.Count
                && _words[at + 1].Kind is WordKind.Han
                && Touches(at + 1)
                && lexicon.Longest(_words, at + 1).Count == 0
            )
        );

    private bool FollowsName(int at) => Touches(at) && _stretches is [.., { Meanings.IsEmpty: true, Amount: null }];

    private bool IsStreet(int at, int count, Interpretation meaning) =>
        meaning is CodeInterpretation { List: "district" }
        && at + count < _words.Count
        && StreetWords.Contains(folded[_words[at + count].Start.._words[at + count].End]);

    private bool IsGlued(int at) => at + 1 < _words.Count && _words[at + 1].Kind is WordKind.Letters && Touches(at + 1);

    private bool Touches(int at) => at > 0 && _words[at].Start == _words[at - 1].End;
}
