using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Search.Parsing.Times;
using Matchmaker.Matching.Units;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Briefs;

/// <summary>What the words of a question may mean, each as a criterion that can be taken.</summary>
/// <param name="area">The size that the text asks for, in m²; null: none, or several.</param>
internal sealed partial class BriefChoices(Lexicon lexicon, string text, DateOnly today, decimal? area)
{
    // Each takes two more readings of the whole text; further ones are asked about without choices.
    private const int MaxCommas = 10;

    // Each is compared with all names.
    private const int MaxNames = 10;

    private const decimal MinSize = 100;

    // No rent is so high; a space that is bought may cost it.
    private const decimal Million = 1_000_000;
    private const decimal GreatestRent = 5_000_000;
    private const int FirstYear = 1950;
    private const int LastYear = 2050;

    private static readonly int[] Near = [500, 1000];

    private readonly Dictionary<LocalText, BriefChoice?> _read = [];
    private int _commas;
    private int _names;

    /// <summary>The choices for a term whose words stand at a place; null: nothing that is known here.</summary>
    public ImmutableArray<BriefChoice>? Of(SearchTerm term, TextRange from)
    {
        var words = PlainText.Of(text[from.Start..from.End]);
        ImmutableArray<BriefChoice> choices =
            DecimalComma().Match(words) is { Success: true } comma
            && words.Length == from.End - from.Start
            && _commas++ < MaxCommas
                ? [.. Reread(Replaced(from, comma, "."), from.Start), .. Reread(Replaced(from, comma, ""), from.Start)]
            : TwoTerms().Match(words) is { Success: true } terms ? [.. OfTerms(terms)]
            : term.Denial is { } denial ? [.. OfDenied(term, denial)]
            : term.Interpretations.IsEmpty ? [.. BareNumber().IsMatch(words) ? OfPlain(words, from) : OfWords(words)]
            : [.. term.Interpretations.SelectMany(meaning => OfMeaning(meaning, from))];
        return Asked(choices, term.IsWish);
    }

    /// <summary>The names or the size that plain words may mean; null: none is near.</summary>
    public ImmutableArray<BriefChoice>? OfNames(string words, bool isWish)
    {
        if (TwoSides().Match(PlainText.Of(words)) is { Success: true } sides)
            return Asked([.. OfSides(sides)], isWish);
        if (_names++ >= MaxNames)
            return null;
        ImmutableArray<BriefChoice> choices =
        [
            .. NearNames
                .Of(lexicon, words)
                .SelectMany(near => As(new(near.Name, near.Name, near.Name), near.Interpretation)),
        ];
        return Asked(choices, isWish);
    }

    // The answer about a wish is a wish.
    private static ImmutableArray<BriefChoice>? Asked(ImmutableArray<BriefChoice> choices, bool isWish) =>
        choices.IsEmpty ? null
        : !isWish ? choices
        :
        [
            .. choices.Select(choice =>
                choice with
                {
                    Criterion = choice.Criterion with { Strength = Criteria.Strength.Prefer },
                }
            ),
        ];

    private IEnumerable<BriefChoice> OfMeaning(Interpretation interpretation, TextRange from) =>
        interpretation switch
        {
            VagueInterpretation vague => OfTable(vague.Code),
            // The amount beside a name, such as 4,5, is a question of its own.
            AttributeInterpretation { Default: null } name when !IsBesideNumber(from) => OfTable(name.Attribute),
            UnreadInterpretation { Meant: PeriodInterpretation period } => OfPeriod(period),
            UnreadInterpretation { Meant: AmountInterpretation { Attributes: ["price"] } } => As(
                new("for sale", "出售", "出售"),
                new CodeInterpretation("tenure", "sale")
            ),
            UnreadInterpretation { Meant: AmountInterpretation { Unit: "" or "$", Number: >= Million } sum }
                when !sum.Attributes.Contains("annualSpend")
                    && (sum.Number >= GreatestRent || !sum.Attributes.Contains("rent")) => As(
                new("for sale", "出售", "出售"),
                new CodeInterpretation("tenure", "sale")
            ),
            UnreadInterpretation { Meant: AmountInterpretation amount } => OfWays(AmountMeanings.Of(amount, area)),
            AmountInterpretation amount => OfWays(AmountMeanings.Of(amount, area)),
            StationInterpretation { Metres: 0 } station => Near.SelectMany(metres =>
                As(
                    new($"within {metres} m of the station", $"距該站 {metres} 米內", $"距该站 {metres} 米内"),
                    station with
                    {
                        Metres = metres,
                    }
                )
            ),
            _ => [],
        };

    private bool IsBesideNumber(TextRange from) =>
        DecimalComma().Match(text, from.End) is { Success: true } comma
        && text.AsSpan(from.End, comma.Index - from.End) is var between
        && between.TrimStart().TrimStart("0123456789").IsEmpty;

    // Twice denied, or wanted or not: a flag may still be asked for either way.
    private IEnumerable<BriefChoice> OfDenied(SearchTerm term, Denial denial)
    {
        if (denial is not Denial.Unclear || term.Interpretations is not [FlagInterpretation flag, ..])
            yield break;
        foreach (var choice in As(FlagLabel(flag.Attribute), flag))
        {
            yield return choice;
            yield return choice with
            {
                Label = new($"no {choice.Label.En}", $"無{choice.Label.ZhHant}", $"无{choice.Label.ZhHans}"),
                Criterion = choice.Criterion with { Value = new FlagValue(false) },
            };
        }
    }

    private static LocalText FlagLabel(string code)
    {
        var label = BoardTable.All.Select(board => board.Find(code)?.Label).OfType<LocalText>().First();
        return label with { En = label.En!.ToLowerInvariant() };
    }

    private IEnumerable<BriefChoice> OfTable(string code) => ChoiceTable.Of(code).Select(Read).OfType<BriefChoice>();

    // 2+1 years are fixed for two, and may become three.
    private IEnumerable<BriefChoice> OfTerms(Match terms)
    {
        var (first, second) = (Number("first"), Number("second"));
        return new[] { first, first + second }
            .Select(years =>
                Read(new($"lease term {years} years or more", $"租期 {years} 年以上", $"租期 {years} 年以上"))
            )
            .OfType<BriefChoice>();

        int Number(string group) => int.Parse(terms.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    // 12x15 m is a size as much as two lengths.
    private IEnumerable<BriefChoice> OfSides(Match sides)
    {
        var (first, second) = (Number("first"), Number("second"));
        var unit = sides.Groups["unit"].Value is "m" or "米" ? "m2" : "ft2";
        var (area, unitEn, unitHan) = (
            $"{first * second:#,0.#}",
            unit == "m2" ? "m²" : "sq ft",
            unit == "m2" ? "平方米" : "平方呎"
        );
        return
            Read(new($"{area} {unitEn} or more", $"{area} {unitHan}以上", $"{area} {unitHan.Replace('呎', '尺')}以上"))
                is { } choice
            ? [choice]
            : [];

        decimal Number(string group) => decimal.Parse(sides.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    private BriefChoice? Read(LocalText label)
    {
        if (!_read.TryGetValue(label, out var choice))
            _read[label] = choice = Reread(label.En!, null, label).FirstOrDefault();
        return choice;
    }

    private IEnumerable<BriefChoice> OfPeriod(PeriodInterpretation read)
    {
        WrittenPeriod[] ways =
            read.Period.Edge is PeriodEdge.By && read.Comparison is null
                ? [read.Period, read.Period with { Edge = PeriodEdge.From }]
                : [read.Period];
        return ways.SelectMany(way => As(null, read with { Period = way })).DistinctBy(choice => choice.Criterion);
    }

    private IEnumerable<BriefChoice> OfWays(IEnumerable<(LocalText Label, AmountInterpretation Meaning)> ways) =>
        ways.SelectMany(way => As(way.Label, way.Meaning));

    private IEnumerable<BriefChoice> OfPlain(string words, TextRange from)
    {
        var number = decimal.Parse(words, NumberStyles.Number, CultureInfo.InvariantCulture);
        // "10 parking spaces" is no height, and 388號 no size.
        if (number < MinSize && !StandsAlone(from) || text.AsSpan(from.End) is ['號' or '号', ..])
            return [];
        if (words.Length == 4 && number is >= FirstYear and < LastYear)
            return OfYear((int)number).Concat(OfWays(AmountMeanings.OfBare(words, number, null)));
        return OfWays(AmountMeanings.OfBare(words, number, null));
    }

    // A month or a quarter without a year may be a word of a name.
    private IEnumerable<BriefChoice> OfWords(string words)
    {
        var folded = Folding.Characters(words);
        return
            PeriodReader.At(folded, 0, folded.AsSpan(0, folded.TakeWhile(char.IsLetter).Count())) is var (period, end)
            && end == folded.Length
            && folded != "may"
            ? OfPeriod(new(period with { IsSure = true }, [], null))
            : [];
    }

    private IEnumerable<BriefChoice> OfYear(int year) =>
        year <= today.Year
            ? As(
                new($"completed in {year} or later", $"{year} 年或以後落成", $"{year} 年或以后落成"),
                new AmountInterpretation(year, null, "", ["yearCompleted"], null)
            )
            : As(null, new PeriodInterpretation(new(year, null, 1, 12, PartOfPeriod.Whole, PeriodEdge.By), [], null));

    private bool StandsAlone(TextRange from)
    {
        var before = text.AsSpan(0, from.Start).TrimEnd();
        var after = text.AsSpan(from.End).TrimStart();
        return (before.IsEmpty || !char.IsLetterOrDigit(before[^1]))
            && (after.IsEmpty || !(char.IsLetterOrDigit(after[0]) || after[0] is '%' or '°'));
    }

    // The label of a day is said once the day is known.
    private IEnumerable<BriefChoice> As(LocalText? label, Interpretation interpretation)
    {
        var parsed = ParsedSearch.Of(lexicon, interpretation);
        foreach (var board in BoardTable.All)
        {
            if (parsed.For(board, today).Criteria is not [var criterion, ..])
                continue;
            yield return new(label ?? Said(criterion), board.Code, criterion);
            yield break;
        }
    }

    private static LocalText Said(Criteria.Criterion criterion)
    {
        var day = ((DayValue)criterion.Limit!).Day;
        var (en, han) = (
            day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
        );
        return criterion.Op is Criteria.Op.AtLeast
            ? new($"not before {en}", $"{han}起", $"{han}起")
            : new($"by {en}", $"{han}或之前", $"{han}或之前");
    }

    private string Replaced(TextRange from, Match comma, string sign)
    {
        var at = from.Start + comma.Groups["comma"].Index;
        return text[..at] + sign + text[(at + 1)..];
    }

    // What the words at a place would say if they were written so, with a name or a unit that stands near.
    private IEnumerable<BriefChoice> Reread(string way, int? at, LocalText? label = null)
    {
        var parsed = ParsedSearch.Parse(lexicon, way, BriefReader.MaxLength);
        for (var term = 0; term < parsed.Terms.Length; term++)
        {
            if (at is { } place && !parsed.Terms[term].From.Any(part => part.Start <= place && place < part.End))
                continue;
            var said = parsed.Terms[term].Text;
            foreach (var board in BoardTable.All)
            {
                var question = parsed.For(board, today);
                if (question.PartOf(term) is not { } part || part >= question.Criteria.Length)
                    continue;
                yield return new(label ?? new(said, said, said), board.Code, question.Criteria[part]);
                yield break;
            }
        }
    }

    [GeneratedRegex(@"[0-9](?<comma>,)[0-9]{1,2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^(?<first>[1-9])\+(?<second>[1-9])(?: ?(?:years?|yrs?|年)|$)", RegexOptions.CultureInvariant)]
    private static partial Regex TwoTerms();

    [GeneratedRegex(
        @"^(?<first>[0-9]{1,3}(?:\.[0-9])?) ?(?:m|米|ft|'|呎|尺)? ?[x×*] ?(?<second>[0-9]{1,3}(?:\.[0-9])?) ?(?<unit>m|米|ft|'|呎|尺)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TwoSides();

    [GeneratedRegex(@"^(?:0\.[0-9]{1,3}|[1-9][0-9]{0,5}|[1-9][0-9]{0,2},[0-9]{3})$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();
}
