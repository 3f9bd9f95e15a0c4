using System.Collections.Frozen;
using System.Globalization;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Calendar;

/// <summary>
/// Hong Kong's working days: Mondays to Fridays that are no general holidays. The holidays are data (holidays.csv, 2025 to 2027); in other years
/// only weekends are free, until their rows are added.
/// </summary>
internal static class WorkingDays
{
    private static readonly FrozenSet<DateOnly> Holidays = Csv.Embedded(
            typeof(WorkingDays).Assembly,
            "Calendar.holidays.csv"
        )
        .Select(row => DateOnly.ParseExact(row["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture))
        .ToFrozenSet();

    public static bool IsOne(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    /// <summary>The nth working day after a day, which itself is not counted.</summary>
    /// <param name="workingDays">At least 1.</param>
    public static DateOnly After(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (IsOne(day))
                workingDays--;
        }

        return day;
    }

    /// <summary>How many working days lie after one day up to and with another; 0 where that is not later.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day < to; )
        {
            day = day.AddDays(1);
            count += IsOne(day) ? 1 : 0;
        }

        return count;
    }
}
