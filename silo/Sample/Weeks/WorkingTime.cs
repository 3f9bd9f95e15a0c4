using Matchmaker.Contracts.Clock;

namespace Matchmaker.Silo.Sample.Weeks;

/// <summary>When people act: on a weekday, in office hours.</summary>
internal static class WorkingTime
{
    private const int StepsAtOnce = 3;

    // Whoever acts at one of these acts at the same moment as the others.
    private static readonly TimeOnly[] Hours = [new(9, 50), new(14, 10), new(16, 20)];

    /// <summary>The day itself, or the Friday before a weekend.</summary>
    public static DateOnly OnOrBefore(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };

    /// <summary>The day itself, or the Monday after a weekend.</summary>
    public static DateOnly OnOrAfter(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };

    /// <summary>When each step of a story takes place, in order.</summary>
    public static IEnumerable<(DateTimeOffset At, Act Act)> Of(Story story, DateOnly today)
    {
        var day = today.AddDays(-story.Last - story.Steps.Sum(step => step.Days));
        for (var i = 0; i < story.Steps.Length; i++)
        {
            day = day.AddDays(story.Steps[i].Days);
            yield return (OnOrBefore(day).At(Hours[Math.Min(i / StepsAtOnce, Hours.Length - 1)]), story.Steps[i].Act);
        }
    }
}
