using System.Collections.Immutable;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Figures;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Grains.Calendar;
using static Matchmaker.Contracts.Introductions.IntroductionState;

namespace Matchmaker.Grains.Figures;

/// <summary>
/// Which figures of a period count an introduction, by their keys: a figure is the number of introductions that have
/// its key, and its list is those introductions, so that the two never differ. Pure.
/// </summary>
/// <param name="today">What is open is looked at on the last day, or today where that is to come.</param>
internal sealed class FigureKeys(WorkingDays calendar, DateOnly from, DateOnly to, DateOnly today)
{
    /// <summary>What stands for an officer, an industry or a district that is not known.</summary>
    public const string Unknown = "unknown";

    /// <summary>The first part of every key.</summary>
    public static readonly ImmutableArray<string> Kinds =
    [
        "reached",
        "onward",
        "step",
        "open",
        "standing",
        "ageing",
        "over45",
        "response",
        "concluded",
        "succeeded",
        "landed",
        "outcome",
        "new",
        "shown",
        "offered",
        "introduced",
    ];

    // The way of an introduction that succeeds; what is concluded without success went no further.
    private static readonly ImmutableArray<IntroductionState> Way =
    [
        Suggested,
        Offered,
        Agreed,
        Introduced,
        Underway,
        Concluded,
    ];

    private static readonly ImmutableArray<(int Most, string Band)> Bands =
    [
        (3, "0-3"),
        (9, "4-9"),
        (21, "10-21"),
        (45, "22-45"),
        (int.MaxValue, "46"),
    ];

    /// <summary>The keys of as many days up to the day before.</summary>
    public static FigureKeys Before(WorkingDays calendar, DateOnly from, DateOnly to, DateOnly today) =>
        new(calendar, from.AddDays(from.DayNumber - to.DayNumber - 1), from.AddDays(-1), today);

    /// <summary>Every figure of the period.</summary>
    public PeriodFigures Figures(IReadOnlyCollection<IntroductionHistory> histories)
    {
        var landed = histories.Where(history => Outcome(history) is IntroductionOutcome.Landed).ToList();
        return new(
            from,
            to,
            histories
                .SelectMany(Of)
                .CountBy(key => key)
                .ToImmutableSortedDictionary(key => key.Key, key => key.Value, StringComparer.Ordinal),
            histories
                .SelectMany(Durations)
                .GroupBy(step => step.Key, step => step.Days, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(
                    days => days.Key,
                    days => Median([.. days.Order()]),
                    StringComparer.Ordinal
                ),
            new(
                landed.Sum(history => history.Jobs ?? 0),
                landed.Sum(history => history.FloorArea ?? 0),
                landed.Sum(history => history.Investment ?? 0)
            )
        );
    }

    /// <summary>The keys of the figures that count it, each once.</summary>
    public IEnumerable<string> Of(IntroductionHistory history) =>
        Ways(history)
            .Concat(Exposures(history))
            .Concat(Durations(history).Select(step => step.Key))
            .Concat(Standing(history))
            .Concat(Response(history))
            .Concat(Ends(history))
            .Distinct(StringComparer.Ordinal);

    /// <summary>1 where its counterpart was shown, offered and introduced in the period, 0 where it was not.</summary>
    public (int Shown, int Offered, int Introduced) Exposure(IntroductionHistory history)
    {
        return (Holds(history.Steps[0].At) ? 1 : 0, Entered(Offered), Entered(Introduced));

        int Entered(IntroductionState state) =>
            history.Steps.Any(step => step.State == state && Holds(step.At)) ? 1 : 0;
    }

    /// <summary>How it was concluded in the period; null: it was not.</summary>
    public IntroductionOutcome? Outcome(IntroductionHistory history) =>
        Holds(history.Steps[^1].At) ? history.Outcome : null;

    /// <summary>Whether an instant is on one of the days in Hong Kong.</summary>
    public static bool Holds(DateTimeOffset at, DateOnly from, DateOnly to) =>
        HongKong.DayOf(at) is var day && from <= day && day <= to;

    // What it came to in the period, and whether it went on from there.
    private IEnumerable<string> Ways(IntroductionHistory history)
    {
        for (var i = 0; i < history.Steps.Length; i++)
        {
            var step = history.Steps[i];
            if (!Holds(step.At))
                continue;
            yield return $"reached:{IntroductionTable.Code(step.State)}";
            if (history.Steps.Skip(i + 1).Any(later => Day(later) <= to && IsFurther(history, step.State, later.State)))
                yield return $"onward:{IntroductionTable.Code(step.State)}";
        }

        if (Holds(history.Steps[0].At))
            yield return $"new:{(Day(history.Steps[0]).DayNumber - from.DayNumber) / 7}";
    }

    private IEnumerable<string> Exposures(IntroductionHistory history)
    {
        var (shown, offered, introduced) = Exposure(history);
        if (shown > 0)
            yield return $"shown:{history.Counterpart}";
        if (offered > 0)
            yield return $"offered:{history.Counterpart}";
        if (introduced > 0)
            yield return $"introduced:{history.Counterpart}";
    }

    private static bool IsFurther(IntroductionHistory history, IntroductionState state, IntroductionState later) =>
        Way.IndexOf(state) is >= 0 and var place
        && Way.IndexOf(later) > place
        && (later is not Concluded || history.Outcome is { } outcome && IntroductionTable.IsGood(outcome));

    // Steps along the way that were made in the period, with the working days that each took.
    private IEnumerable<(string Key, int Days)> Durations(IntroductionHistory history)
    {
        for (var i = 1; i < history.Steps.Length; i++)
        {
            var (before, step) = (history.Steps[i - 1], history.Steps[i]);
            if (
                Way.IndexOf(before.State) is >= 0 and var place
                && Way.IndexOf(step.State) == place + 1
                && Holds(step.At)
            )
                yield return ($"step:{IntroductionTable.Code(before.State)}", calendar.Between(Day(before), Day(step)));
        }

        if (history.Steps.FirstOrDefault(step => step.State is Introduced) is { } introduced && Holds(introduced.At))
            yield return ("step:toIntroduced", calendar.Between(Day(history.Steps[0]), Day(introduced)));
    }

    private IEnumerable<string> Standing(IntroductionHistory history)
    {
        var day = to < today ? to : today;
        if (history.Steps.LastOrDefault(step => Day(step) <= day) is not { State: not (Concluded or Declined) } stands)
            yield break;
        var (state, age) = (IntroductionTable.Code(stands.State), calendar.Between(Day(stands), day));
        yield return $"standing:{state}";
        yield return $"ageing:{state}:{Bands.First(band => age <= band.Most).Band}";
        if (stands.State is Expired)
            yield break;
        yield return "open";
        if (age > 45)
            yield return "over45";
    }

    private IEnumerable<string> Response(IntroductionHistory history)
    {
        if (!history.AskedByParty || !Holds(history.Steps[0].At))
            yield break;
        yield return "response:asked";
        var days = history.TakenUpAt is { } taken ? calendar.Between(Day(history.Steps[0]), HongKong.DayOf(taken)) : -1;
        if (days is >= 0 and <= 3)
            yield return "response:within3";
        if (days is >= 0 and <= 5)
            yield return "response:within5";
        if (days > 5)
            yield return "response:later";
        if (days < 0)
            yield return "response:waiting";
    }

    private IEnumerable<string> Ends(IntroductionHistory history)
    {
        if (Outcome(history) is not { } outcome)
            yield break;
        yield return "concluded";
        if (IntroductionTable.IsGood(outcome))
            yield return "succeeded";
        foreach (
            var (by, of) in new[]
            {
                ("board", history.Board),
                ("officer", history.Officer),
                ("industry", history.Industry),
                ("district", history.District),
            }
        )
            yield return $"outcome:{by}:{of ?? Unknown}:{IntroductionTable.Code(outcome)}";
        if (outcome is not IntroductionOutcome.Landed)
            yield break;
        yield return "landed";
        if (history.Jobs is not null)
            yield return "landed:jobs";
        if (history.FloorArea is not null)
            yield return "landed:floorArea";
        if (history.Investment is not null)
            yield return "landed:investment";
    }

    private static double Median(int[] days) => (days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2.0;

    private static DateOnly Day(HistoryStep step) => HongKong.DayOf(step.At);

    private bool Holds(DateTimeOffset at) => Holds(at, from, to);
}
