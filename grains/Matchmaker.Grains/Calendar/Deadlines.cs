using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Grains.Boards;
using Microsoft.Extensions.Configuration;

namespace Matchmaker.Grains.Calendar;

/// <summary>After how many working days without movement whoever holds an introduction is reminded; with the last of them it cannot stay as it is.</summary>
internal sealed class Deadlines
{
    public const string Setting = "Matchmaker:Deadlines:Days";

    // Because a reminder belongs into office hours, a deadline's day begins with them.
    private static readonly TimeOnly Opening = new(9, 0);

    /// <param name="days">Working days of Hong Kong, each more than the one before, from 1 to 1 000; at least one.</param>
    /// <exception cref="SettingException">They are not.</exception>
    public Deadlines(params ImmutableArray<int> days)
    {
        if (
            days.IsDefaultOrEmpty
            || days[0] < 1
            || days[^1] > 1_000
            || days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second)
        )
            throw new SettingException(Setting, "must be working days in rising order, such as 3, 9, 21, 45");
        Days = days;
    }

    public ImmutableArray<int> Days { get; }

    /// <summary>How many stages there are.</summary>
    public int Count => Days.Length;

    public static Deadlines Of(IConfiguration settings) =>
        new(settings.GetSection(Setting).Get<int[]>() is { } days ? [.. days] : [3, 9, 21, 45]);

    /// <summary>The day of the reminder after so many; null: there is none any more.</summary>
    /// <param name="stage">How many went out since it last moved.</param>
    public DateOnly? Next(DateTimeOffset movedAt, int stage) =>
        stage < Count ? WorkingDays.After(HongKong.DayOf(movedAt), Days[stage]) : null;

    /// <summary>How many stages' time has come: each at 09:00 in Hong Kong on its day.</summary>
    public int StageAt(DateTimeOffset movedAt, DateTimeOffset now)
    {
        var stage = 0;
        while (Next(movedAt, stage) is { } day && day.At(Opening) <= now)
            stage++;
        return stage;
    }
}
