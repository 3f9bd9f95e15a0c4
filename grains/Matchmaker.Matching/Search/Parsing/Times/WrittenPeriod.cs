using Matchmaker.Matching.Reading;

namespace Matchmaker.Matching.Search.Parsing.Times;

/// <summary>Months of a year as written, such as Q3 2027, and which of their days is meant.</summary>
/// <param name="Year">The year; null: <paramref name="YearsAhead"/> says it, or the next such months are meant.</param>
/// <param name="YearsAhead">0 this year, 1 next year; null: not said so.</param>
/// <param name="FirstMonth">From 1 to 12.</param>
/// <param name="Months">How many: 1, 3, 6 or 12.</param>
public sealed record WrittenPeriod(
    int? Year,
    int? YearsAhead,
    int FirstMonth,
    int Months,
    PartOfPeriod Part,
    PeriodEdge Edge
)
{
    /// <summary>The day of the month; null: all of its days.</summary>
    public int? Day { get; init; }

    /// <summary>Whether it says when something must be; a month alone may say anything.</summary>
    public bool IsSure { get; init; }

    /// <summary>How many months after this one, instead of a year and its months; null: these are written.</summary>
    public int? MonthsAhead { get; init; }

    /// <summary>Whether the year is written in two digits, which are never guessed.</summary>
    public bool HasShortYear { get; init; }

    /// <summary>Whether it may be a word of a name, as June may.</summary>
    public bool MayBeName { get; init; }

    /// <summary>The day meant, and whether not before it; null: no year is written, and today is not known.</summary>
    public (DateOnly Day, bool IsAtLeast)? Meant(Comparison? comparison, DateOnly? today) =>
        Days(today) is not var (first, last) ? null
        : Edge is PeriodEdge.After ? (last, true)
        : Edge is PeriodEdge.NotBefore || comparison is Comparison.AtLeast ? (first, true)
        : (Edge is PeriodEdge.Before or PeriodEdge.From ? first : last, false);

    /// <summary>The first and the last day; null: no year is written, and today is not known.</summary>
    private (DateOnly First, DateOnly Last)? Days(DateOnly? today)
    {
        if (Year is { } year)
            return In(year);
        if (today is not { } day)
            return null;
        if (MonthsAhead is { } months)
            return From(new DateOnly(day.Year, day.Month, 1).AddMonths(months));
        if (YearsAhead is { } ahead)
            return In(day.Year + ahead);
        var days = In(day.Year);
        return days.Last < day ? In(day.Year + 1) : days;
    }

    private (DateOnly First, DateOnly Last) In(int year) => From(new(year, FirstMonth, 1));

    private (DateOnly First, DateOnly Last) From(DateOnly first)
    {
        var after = first.AddMonths(Months);
        var third = Math.Max(1, Months / 3);
        return (Part, Months) switch
        {
            _ when Day is { } day => (Within(first, day), Within(first, day)),
            (PartOfPeriod.End, _) => (after.AddDays(-1), after.AddDays(-1)),
            (PartOfPeriod.Early, 1) => (first, first.AddDays(9)),
            (PartOfPeriod.Middle, 1) => (first.AddDays(10), first.AddDays(19)),
            (PartOfPeriod.Early, 12) => (first, first.AddMonths(3).AddDays(-1)),
            (PartOfPeriod.Middle, 12) => (first.AddMonths(5), first.AddMonths(6).AddDays(-1)),
            (PartOfPeriod.Early, _) => (first, first.AddMonths(third).AddDays(-1)),
            (PartOfPeriod.Middle, _) => (first.AddMonths(third), first.AddMonths(2 * third).AddDays(-1)),
            _ => (first, after.AddDays(-1)),
        };
    }

    // 29 February of a year that has none is its last day of February.
    private static DateOnly Within(DateOnly first, int day) =>
        first.AddDays(Math.Min(day, DateTime.DaysInMonth(first.Year, first.Month)) - 1);
}

/// <summary>The part of a period that is meant.</summary>
public enum PartOfPeriod
{
    Whole,

    /// <summary>The first ten days of a month, the first third of a longer period.</summary>
    Early,

    /// <summary>The second ten days of a month, the middle third of a longer period.</summary>
    Middle,

    /// <summary>The last day.</summary>
    End,
}

/// <summary>Which day of a period is meant.</summary>
public enum PeriodEdge
{
    /// <summary>By its last day.</summary>
    By,

    /// <summary>By its first day, as before June.</summary>
    Before,

    /// <summary>By its first day, as from June: who comes then takes what is free before.</summary>
    From,

    /// <summary>Not before its last day.</summary>
    After,

    /// <summary>Not before its first day.</summary>
    NotBefore,
}
