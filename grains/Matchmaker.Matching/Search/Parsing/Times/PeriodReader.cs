using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Reading.Scanning;

namespace Matchmaker.Matching.Search.Parsing.Times;

/// <summary>
/// Reads months, quarters and halves of years in a folded text, with the word that says which of their days is meant:
/// before Q3 2027, by the end of June, 2027年6月前.
/// </summary>
internal static partial class PeriodReader
{
    // Longer than any period that is written: "before the beginning of the second half of 2027".
    private const int MaxLength = 64;

    private const int LeapYear = 2028;
    private const int FirstShortYear = 26;

    private static readonly Regex[] Forms =
    [
        Month(),
        Quarter(),
        Year(),
        Numbers(),
        HanMonth(),
        HanQuarter(),
        HanYear(),
        NextMonth(),
        Season(),
    ];

    // Of winter nobody says in which year it ends.
    private static readonly string[] Seasons = ["spring", "summer", "autumn"];

    private static readonly FrozenSet<char> HanStarts =
        "0123456789一二三四五六七八九十今本这明后下上第年自由于从早迟晚最不唔".ToFrozenSet();

    private static readonly FrozenSet<string> LatinStarts = (
        "by before not no prior earlier after later from since starting as in within during on at until till for latest the "
        + "end start beginning middle mid early late year this next q h first second third fourth st nd rd th "
        + "jan january feb february mar march apr april may jun june jul july aug august sep sept september "
        + "oct october nov november dec december spring summer autumn fall"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The period that begins at an index of a folded text, at the start of a word; null: none.</summary>
    /// <param name="word">The word at the index.</param>
    public static (WrittenPeriod Period, int End)? At(string folded, int start, ReadOnlySpan<char> word)
    {
        if (
            word.IsEmpty
            || !HanStarts.Contains(word[0]) && !LatinStarts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)
        )
            return null;
        var text = folded.Substring(start, Math.Min(MaxLength, folded.Length - start));
        foreach (var form in Forms)
        {
            if (form.Match(text) is { Success: true } match && !GoesOn(text, match) && Of(match) is { } period)
                return (period, start + match.Length);
        }

        return null;
    }

    private static bool IsLatinStart(ReadOnlySpan<char> word) =>
        LatinStarts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    // "21 Nov 26" and "June 26" may say a year of two digits, which is never guessed.
    private static bool GoesOn(string text, Match match)
    {
        var end = match.Length;
        return end < text.Length
            && (
                ReadingText.IsInsideWord(text, end)
                || (char.IsAsciiDigit(text[end]) && char.IsAsciiDigit(text[end - 1]))
                || (text[end] is '-' or '/' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
                || (!Has(match, "year") && ShortYear().IsMatch(text.AsSpan(end)))
            );
    }

    private static WrittenPeriod? Of(Match match)
    {
        var (year, yearsAhead) = YearOf(match);
        var (month, months) =
            Has(match, "month") ? (MonthOf(Said(match, "month")), 1)
            : Has(match, "quarter") ? ((NumberOf(Said(match, "quarter")) * 3) - 2, 3)
            : Has(match, "season")
                ? ((Array.IndexOf(Seasons, Said(match, "season").Replace("fall", "autumn")) * 3) + 3, 3)
            : Has(match, "half") ? ((NumberOf(Said(match, "half")) * 6) - 5, 6)
            : (1, 12);
        if (Has(match, "monthsAhead"))
            return Relative(match);
        var part = PartOf(match);
        var edge = EdgeOf(match);
        var isMarked = edge is not PeriodEdge.By || Has(match, "by");
        var isPlain = part is PartOfPeriod.Whole && !isMarked;
        var hasYear = year is not null || yearsAhead is not null;
        var day = Has(match, "day") ? NumberOf(Said(match, "day")) : (int?)null;
        if (
            month is < 1 or > 12
            || day is < 1
            || day > DateTime.DaysInMonth(year is > 100 and var full ? full : LeapYear, month)
        )
            return null;
        return new(year < 100 ? year + 2000 : year, yearsAhead, month, months, part, edge)
        {
            // June 27 may be a day or a year.
            HasShortYear = year < 100 || (!hasYear && day >= FirstShortYear && Has(match, "bare")),
            Day = day,
            IsSure = !isPlain || (hasYear && (months > 1 || day is not null)),
            MayBeName = isPlain && !hasYear && day is null && char.IsAsciiLetterOrDigit(match.Value[^1]),
        };
    }

    private static WrittenPeriod Relative(Match match) =>
        new(null, null, 1, 1, PartOf(match), EdgeOf(match))
        {
            MonthsAhead = Said(match, "monthsAhead") is "this" or "今" or "本" or "这" ? 0 : 1,
            IsSure = true,
        };

    private static PeriodEdge EdgeOf(Match match) =>
        Has(match, "before") ? PeriodEdge.Before
        : Has(match, "after") ? PeriodEdge.After
        : Has(match, "notBefore") ? PeriodEdge.NotBefore
        : Has(match, "from") ? PeriodEdge.From
        : PeriodEdge.By;

    private static (int? Year, int? Ahead) YearOf(Match match) =>
        Has(match, "year") ? (int.Parse(Said(match, "year"), CultureInfo.InvariantCulture), null)
        : Said(match, "ahead") is { Length: > 0 } ahead
            ? (
                null,
                ahead is "今" or "本" or "this year" or "this" ? 0
                : ahead is "后" ? 2
                : 1
            )
        : (null, null);

    private static PartOfPeriod PartOf(Match match) =>
        Has(match, "early") ? PartOfPeriod.Early
        : Has(match, "middle") ? PartOfPeriod.Middle
        : Has(match, "end") ? PartOfPeriod.End
        : PartOfPeriod.Whole;

    private static int MonthOf(string written) =>
        char.IsAsciiLetter(written[0]) ? MonthNames.NumberOf(written) : NumberOf(written);

    private static int NumberOf(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : written is "first" or "1st" or "上" ? 1
        : written is "second" or "2nd" or "下" ? 2
        : written is "third" or "3rd" ? 3
        : written is "fourth" or "4th" ? 4
        : HanNumber.At(written, 0) is { Fault: null } han && han.End == written.Length ? (int)han.Value
        : 0;

    private static bool Has(Match match, string group) => match.Groups[group].Success;

    private static string Said(Match match, string group) => match.Groups[group].Value;

    private const string Lead =
        @"^(?:(?:(?<before>before|prior to|earlier than|早于)|(?<after>after|later than|[迟晚]于)"
        + "|(?<notBefore>not (?:before|earlier than)|no earlier than|不早于)"
        + @"|(?<from>from|since|starting(?: from| in)?|as of|[自由从])"
        + @"|(?<by>by|in|within|during|on|at|until|till|for|latest|no(?:t)? later than|"
        + @"于|最[迟晚]|不[迟晚]于|唔迟过)) ?)?(?:the )?";

    private const string Part =
        @"(?:(?:(?<end>end|late)|(?<early>beginning|start|early)|(?<middle>middle|mid))(?: of|-)? ?(?:the )?)?";

    private const string After =
        @"(?: ?(?:(?:或)?(?<before>之前|以前|前)|(?<after>之后|以后|后)|(?<from>起|开始|onwards?|or later)"
        + @"|(?<by>以?内|之内|at the latest|or (?:before|earlier))))?";

    private const string HanPart = @"(?:(?<early>初|头|上旬)|(?<middle>中旬?)|(?<end>底|尾|末|下旬))?";

    private const string HanAnyYear = @"(?:(?<year>20[0-9]{2}|[0-9]{2}) ?年|(?<ahead>[今本明后])年) ?的?";

    private const string LatinYear = @"(?:(?<year>20[0-9]{2})|(?:the )?(?<ahead>this year|next year))";

    private const string YearBehind = "(?:,? ?'(?<year>[0-9]{2})|,?[ /-](?:of )?" + LatinYear + ")?";

    private const string Name =
        "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
        + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    [GeneratedRegex(
        Lead
            + "(?:"
            + HanAnyYear
            + @")? ?(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]) ?月份?"
            + @"(?: ?(?<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]|"
            + HanPart
            + @"(?! ?[0-9]{1,2} ?[日号]))"
            + After,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex HanMonth();

    [GeneratedRegex(
        Lead
            + "(?:"
            + HanAnyYear
            + "|(?<year>20[0-9]{2}))? ?(?:第(?<quarter>[一二三四1-4])季度?|q(?<quarter>[1-4])|(?<half>[上下])半年)"
            + HanPart
            + After,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex HanQuarter();

    [GeneratedRegex(
        Lead + "(?:" + HanAnyYear + "年?|年)(?:(?<early>初|头)|(?<middle>中)|(?<end>底|尾|末))" + After,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex HanYear();

    [GeneratedRegex(
        Lead
            + "(?:"
            + Part
            + @"|(?<day>[0-9]{1,2})(?:st|nd|rd|th)?[ -](?:of )?|next )"
            + Name
            + @"\.?(?: (?<day>[0-9]{1,2}(?<bare>)|[0-9]{1,2}(?:st|nd|rd|th))(?![0-9a-z]))?"
            + YearBehind
            + After,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Month();

    [GeneratedRegex(
        Lead + Part + "(?<season>spring|summer|autumn|fall),? (?:of )?(?<year>20[0-9]{2})" + After,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Season();

    [GeneratedRegex(
        Lead
            + Part
            + "(?:"
            + LatinYear
            + "[ /-]?)?"
            + @"(?:q(?<quarter>[1-4])|(?<quarter>[1-4])q|h(?<half>[12])|(?<half>[12])h"
            + "|(?<quarter>first|second|third|fourth|1st|2nd|3rd|4th) quarter|(?<half>first|second|1st|2nd) half)"
            + YearBehind
            + After,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Quarter();

    [GeneratedRegex(
        Lead
            + "(?:(?:(?<end>end|late)|(?<early>beginning|start|early)|(?<middle>middle|mid))(?: of|-)? ?"
            + "(?:the year|"
            + LatinYear
            + ")|(?<end>year[ -]end))"
            + After,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Year();

    [GeneratedRegex(
        Lead
            + Part
            + "(?:(?<month>0?[1-9]|1[0-2])[/-](?<year>20[0-9]{2})|(?<year>20[0-9]{2})[/-](?<month>0?[1-9]|1[0-2]))"
            + After,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbers();

    [GeneratedRegex(
        Lead + "(?:" + Part + "(?<monthsAhead>this|next) month|(?<monthsAhead>[今本这下])个?月" + HanPart + ")" + After,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NextMonth();

    [GeneratedRegex(@"^[ ,/-]{1,2}[0-9]{2}(?:$|[,;.]? *$|[,;] )", RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();
}
