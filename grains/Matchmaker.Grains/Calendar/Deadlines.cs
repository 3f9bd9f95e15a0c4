using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Clock;
using Microsoft.Extensions.Configuration;

namespace Matchmaker.Grains.Calendar;

/// <summary>
/// After how many working days without movement the holder of an introduction is reminded. At the last deadline an
/// introduction cannot stay in its state.
/// </summary>
internal sealed class Deadlines
{
    public const string Setting = "Matchmaker:Deadlines:Days";

    /// <summary>A reminder is due at the start of office hours in Hong Kong.</summary>
    public static readonly TimeOnly Opening = new(9, 0);

    private readonly WorkingDays _calendar;

    /// <param name="days">Numbers of working days in rising order, from 1 to 1 000; at least one.</param>
    /// <exception cref="SettingException">The days break this rule.</exception>
    public Deadlines(WorkingDays calendar, params ImmutableArray<int> days)
    {
        if (
            days.IsDefaultOrEmpty
            || days[0] < 1
            || days[^1] > 1_000
            || days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second)
        )
            throw new SettingException(Setting, "must be working days in rising order, such as 3, 9, 21, 45");
        (_calendar, Days) = (calendar, days);
    }

    public ImmutableArray<int> Days { get; }

    public int Count => Days.Length;

    public static Deadlines Of(IConfiguration settings, WorkingDays calendar) =>
        new(calendar, settings.GetSection(Setting).Get<int[]>() is { } days ? [.. days] : [3, 9, 21, 45]);

    /// <summary>The day of the next reminder; null after the last.</summary>
    /// <param name="stage">The number of reminders sent since the introduction last moved.</param>
    public DateOnly? Next(DateTimeOffset movedAt, int stage) =>
        stage < Count ? _calendar.After(HongKong.DayOf(movedAt), Days[stage]) : null;

    /// <summary>The number of deadlines that have passed: each passes at 09:00 in Hong Kong on its day.</summary>
    public int StageAt(DateTimeOffset movedAt, DateTimeOffset now)
    {
        var stage = 0;
        while (Next(movedAt, stage) is { } day && day.At(Opening) <= now)
            stage++;
        return stage;
    }
}
