namespace Matchmaker.Grains.Calendar;

/// <summary>Hong Kong's working days: Mondays to Fridays that are not general holidays.</summary>
internal sealed class WorkingDays(HolidayTable holidays)
{
    public bool Includes(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>The nth working day after a day; the day itself does not count.</summary>
    /// <param name="workingDays">At least 1.</param>
    public DateOnly After(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (Includes(day))
                workingDays--;
        }

        return day;
    }

    /// <summary>The last working day before a day.</summary>
    public DateOnly Before(DateOnly day)
    {
        do day = day.AddDays(-1);
        while (!Includes(day));
        return day;
    }

    /// <summary>The working days after one day up to and including another; 0 unless the other is later.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day < to; )
        {
            day = day.AddDays(1);
            count += Includes(day) ? 1 : 0;
        }

        return count;
    }
}
