using System.Collections.Frozen;
using System.Globalization;
using Matchmaker.Contracts;
using Matchmaker.Matching.Boards;
using Microsoft.Extensions.Configuration;

namespace Matchmaker.Grains.Calendar;

/// <summary>
/// Hong Kong's general holidays besides Sundays: a built-in table (holidays.csv), whose years a file of the operator
/// replaces or continues. A year outside the table has weekends only.
/// </summary>
public sealed class HolidayTable
{
    /// <summary>The setting that names the operator's file.</summary>
    public const string Setting = "Matchmaker:Calendar:Holidays";

    // Cap. 149 of the Laws of Hong Kong lists 17 general holidays besides Sundays, and moves those that fall on a
    // Sunday.
    private const int DaysPerYear = 17;

    private const int WarningDays = 90;

    private readonly FrozenSet<DateOnly> _days;

    private HolidayTable(IEnumerable<DateOnly> days)
    {
        _days = days.ToFrozenSet();
        EndsOn = new(_days.Max(day => day.Year), 12, 31);
    }

    public static HolidayTable BuiltIn { get; } =
        new(Days(Csv.Embedded(typeof(HolidayTable).Assembly, "Calendar.holidays.csv")));

    /// <summary>The last day of the table's last year.</summary>
    public DateOnly EndsOn { get; }

    /// <exception cref="SettingException">The file cannot be read or lacks holidays; the message fits one
    /// line.</exception>
    public static HolidayTable Of(IConfiguration settings)
    {
        if (settings[Setting] is not { Length: > 0 } path)
            return BuiltIn;
        try
        {
            return BuiltIn.With([.. Days(Csv.Parse(File.ReadAllText(path)))]);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new SettingException(Setting, $"{path}: {wrong.Message.ReplaceLineEndings(" ")}", wrong);
        }
        catch (ArgumentException wrong)
        {
            throw new SettingException(Setting, $"{path}: the header names a column twice", wrong);
        }
    }

    public bool Contains(DateOnly day) => _days.Contains(day);

    /// <summary>Whether deadlines already count unknown holidays as working days.</summary>
    public bool HasEnded(DateOnly today) => today > EndsOn;

    /// <summary>What an operator has to do about the table's end; null: nothing until 90 days before it.</summary>
    public string? Warning(DateOnly today)
    {
        if (today < EndsOn.AddDays(-WarningDays))
            return null;
        var (end, next) = (EndsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), EndsOn.Year + 1);
        return HasEnded(today)
            ? $"The table of Hong Kong's holidays ended on {end}: deadlines count later holidays as working days. "
                + $"Set {Setting} to a CSV file with the holidays from {next} on."
            : $"The table of Hong Kong's holidays ends on {end}. "
                + $"Set {Setting} to a CSV file with the holidays of {next}.";
    }

    private HolidayTable With(IReadOnlyCollection<DateOnly> days)
    {
        var years = days.GroupBy(day => day.Year).ToDictionary(year => year.Key, year => year.Distinct().Count());
        if (years.Count == 0)
            throw new FormatException("the file has no rows");
        foreach (var (year, count) in years.Where(year => year.Value < DaysPerYear))
            throw new FormatException($"{year} has {count} holidays; a year in Hong Kong has {DaysPerYear}");
        var table = new HolidayTable(_days.Where(day => !years.ContainsKey(day.Year)).Concat(days));
        for (var year = _days.Min(day => day.Year); year < table.EndsOn.Year; year++)
        {
            if (!table._days.Any(day => day.Year == year))
                throw new FormatException($"the holidays of {year} are missing");
        }

        return table;
    }

    private static IEnumerable<DateOnly> Days(IEnumerable<IReadOnlyDictionary<string, string>> rows) =>
        rows.Select(row =>
            !row.TryGetValue("day", out var text) ? throw new FormatException("a row has no column 'day'")
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
            : throw new FormatException($"'{text}' is not a day such as 2028-01-01")
        );
}
