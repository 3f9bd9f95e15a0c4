using System.Collections.Immutable;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Figures;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Grains.Calendar;

namespace Matchmaker.Grains.Figures;

/// <summary>The figures from introductions' histories. Pure.</summary>
internal static class FiguresRules
{
    /// <param name="today">What is open is looked at on the last day, or today where that is to come.</param>
    public static FiguresReport Of(
        IReadOnlyCollection<IntroductionHistory> histories,
        WorkingDays calendar,
        DateOnly from,
        DateOnly to,
        DateOnly today
    )
    {
        var keys = new FigureKeys(calendar, from, to, today);
        var now = keys.Figures(histories);
        return new(
            from,
            to,
            [
                .. Mondays(from, to)
                    .Select(monday => Week(histories, monday, Later(monday, from), Earlier(monday.AddDays(6), to))),
            ],
            TimeInState(histories, from, to),
            new(Response("within3"), Response("within5"), Response("later"), Response("waiting")),
            Outcomes(histories, keys),
            Exposures(histories, keys),
            now,
            FigureKeys.Before(calendar, from, to, today).Figures(histories)
        );

        int Response(string figure) => now.Counts.GetValueOrDefault($"response:{figure}");
    }

    private static WeekFigures Week(
        IReadOnlyCollection<IntroductionHistory> histories,
        DateOnly monday,
        DateOnly from,
        DateOnly to
    ) =>
        new(
            monday,
            Counted(
                histories
                    .SelectMany(history => history.Steps)
                    .Where(step => FigureKeys.Holds(step.At, from, to))
                    .Select(step => Code(step.State))
            ),
            Counted(
                histories
                    .Select(history => history.Steps.LastOrDefault(step => HongKong.DayOf(step.At) <= to))
                    .OfType<HistoryStep>()
                    .Select(step => Code(step.State))
            )
        );

    private static ImmutableSortedDictionary<string, StayFigures> TimeInState(
        IEnumerable<IntroductionHistory> histories,
        DateOnly from,
        DateOnly to
    ) =>
        histories
            .SelectMany(history => history.Steps.Zip(history.Steps.Skip(1)))
            .Where(stay => FigureKeys.Holds(stay.Second.At, from, to))
            .GroupBy(stay => Code(stay.First.State), stay => (stay.Second.At - stay.First.At).TotalHours)
            .ToImmutableSortedDictionary(
                stays => stays.Key,
                stays => Stays([.. stays.Order()]),
                StringComparer.Ordinal
            );

    private static StayFigures Stays(double[] hours) =>
        new(hours.Length, hours[(hours.Length - 1) / 2], hours.Average());

    private static ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, int>> Outcomes(
        IEnumerable<IntroductionHistory> histories,
        FigureKeys keys
    ) =>
        histories
            .Select(history => (history.Board, Outcome: keys.Outcome(history)))
            .Where(ended => ended.Outcome is not null)
            .GroupBy(
                ended => ended.Board,
                ended => IntroductionTable.Code(ended.Outcome!.Value),
                StringComparer.Ordinal
            )
            .ToImmutableSortedDictionary(board => board.Key, Counted, StringComparer.Ordinal);

    private static ImmutableArray<Exposure> Exposures(IEnumerable<IntroductionHistory> histories, FigureKeys keys) =>
        [
            .. histories
                .GroupBy(history => history.Counterpart, StringComparer.Ordinal)
                .Select(of => new Exposure(
                    of.Key,
                    of.OrderBy(history => history.Steps[^1].At).Last().CounterpartName,
                    of.Sum(history => keys.Exposure(history).Shown),
                    of.Sum(history => keys.Exposure(history).Offered),
                    of.Sum(history => keys.Exposure(history).Introduced)
                ))
                .Where(exposure => exposure.Shown + exposure.Offered + exposure.Introduced > 0)
                .OrderBy(exposure => exposure.Party, StringComparer.Ordinal),
        ];

    private static ImmutableSortedDictionary<string, int> Counted(IEnumerable<string> codes) =>
        codes
            .GroupBy(code => code, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(code => code.Key, code => code.Count(), StringComparer.Ordinal);

    private static IEnumerable<DateOnly> Mondays(DateOnly from, DateOnly to)
    {
        for (var monday = from.AddDays(-(((int)from.DayOfWeek + 6) % 7)); monday <= to; monday = monday.AddDays(7))
            yield return monday;
    }

    private static DateOnly Later(DateOnly day, DateOnly other) => day > other ? day : other;

    private static DateOnly Earlier(DateOnly day, DateOnly other) => day < other ? day : other;

    private static string Code(IntroductionState state) => IntroductionTable.Code(state);
}
