using System.Globalization;
using System.Text.RegularExpressions;
using Matchmaker.Matching.Reading.Scanning;

namespace Matchmaker.Matching.Reading;

/// <summary>
/// Reads days in every form that says day, month and a year of four digits; the day comes before the month.
/// </summary>
public static partial class DayReader
{
    // Spreadsheets count days from 1899-12-30; five digits are the years 1927 to 2173.
    private static readonly DateOnly SpreadsheetEpoch = new(1899, 12, 30);

    /// <summary>The day, or the code of the reason in errors.csv.</summary>
    public static (DateOnly? Day, string? Fault) Read(string written)
    {
        var text = ReadingText.Of(written);
        foreach (var form in new[] { YearFirst(), DayFirst(), DayAndName(), NameAndDay() })
        {
            if (form.Match(text) is { Success: true } match)
                return Day(match);
        }

        return SpreadsheetDay().IsMatch(text)
            ? (SpreadsheetEpoch.AddDays(int.Parse(text, CultureInfo.InvariantCulture)), null)
            : (null, "notADay");
    }

    private static (DateOnly? Day, string? Fault) Day(Match match)
    {
        var year = match.Groups["year"].Value;
        if (year.Length != 4)
            return (null, "twoDigitYear");
        var month = MonthOf(match.Groups["month"].Value);
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        var (y, m) = (int.Parse(year, CultureInfo.InvariantCulture), month);
        return m is >= 1 and <= 12 && y > 0 && day >= 1 && day <= DateTime.DaysInMonth(y, m)
            ? (new DateOnly(y, m, day), null)
            : (null, "notADay");
    }

    private static int MonthOf(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : MonthNames.NumberOf(written);

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(?:(?<sign>[-/.])(?<month>[0-9]{1,2})\k<sign>(?<day>[0-9]{1,2})"
            + @"|\s*年\s*(?<month>[0-9]{1,2})\s*月\s*(?<day>[0-9]{1,2})\s*[日号])(?:[ t]0?0:00(?::00(?:\.0+)?)?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"^(?<day>[0-9]{1,2})(?<sign>[-/.])(?<month>[0-9]{1,2})\k<sign>(?<year>[0-9]{4}|[0-9]{2})(?: 0?0:00(?::00)?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DayFirst();

    private const string Name =
        "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
        + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    [GeneratedRegex(
        @"^(?<day>[0-9]{1,2})(?:st|nd|rd|th)?[-/. ]?\s*" + Name + @"[-/., ]*(?<year>[0-9]{4}|[0-9]{2})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DayAndName();

    [GeneratedRegex(
        @"^" + Name + @"[. ]\s*(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<year>[0-9]{4}|[0-9]{2})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NameAndDay();

    [GeneratedRegex(@"^[1-9][0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex SpreadsheetDay();
}
