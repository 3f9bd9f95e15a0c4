using Matchmaker.Contracts;
using Matchmaker.Contracts.Clock;
using Matchmaker.Grains.Accounts;

namespace Matchmaker.Silo.Sample.Weeks;

/// <summary>
/// Lets the office of the sample work through the twelve weeks before the fill, with a clock that walks: the journal
/// holds what people and the clock did, each at its time.
/// </summary>
internal sealed class SampleWeeks(IGrainFactory grains, WalkingClock clock)
{
    // New records come to the lists once in four weeks: each time costs the start a moment.
    private const int DaysOfLists = 28;

    // The clock wakes what is due when the office opens.
    private static readonly TimeOnly Opens = new(9, 5);

    /// <summary>The clock of a process that fills an empty database.</summary>
    public static WalkingClock Clock() =>
        new(TimeProvider.System, TimeProvider.System.Today().AddDays(-Stories.Days - 1).At(new(9, 0)));

    /// <summary>The day of the fill, on which the walk ends.</summary>
    public DateOnly Today => clock.Real.Today();

    /// <summary>From here on it is real time.</summary>
    public void End() => clock.Join();

    /// <param name="arrive">Writes the records that were on the lists by a day.</param>
    /// <param name="join">Makes somebody's account, if it is not there yet.</param>
    public async Task Run(
        SampleParties parties,
        Matchmaking matchmaking,
        Func<DateOnly, Task> arrive,
        Func<SamplePerson, Task> join
    )
    {
        var today = Today;
        var tellers = Stories
            .All.Select((story, number) => new Teller(grains, clock, parties, matchmaking, join, story, number))
            .ToList();
        var rounds = Stories
            .All.SelectMany(
                (story, number) => WorkingTime.Of(story, today).Select(step => (step.At, step.Act, Number: number))
            )
            .GroupBy(step => step.At)
            .OrderBy(round => round.Key)
            .ToLookup(round => HongKong.DayOf(round.Key));
        for (var day = today.AddDays(-Stories.Days); day < today; day = day.AddDays(1))
        {
            clock.WalkTo(day.At(Opens));
            if ((today.DayNumber - day.DayNumber) % DaysOfLists == 0)
                await arrive(day);
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            foreach (var due in await grains.Desk().Due(clock.GetUtcNow()))
                await grains.Introduction(due).Remind();
            foreach (var round in rounds[day])
            {
                clock.WalkTo(round.Key);
                if (round.Any(step => step.Act is Act.Ask or Act.Suggest))
                    await matchmaking.ReachToday();
                // Whom each introduces must not depend on who is faster; the rest may happen side by side.
                foreach (var (_, act, number) in round)
                    await tellers[number].Choose(act);
                await Task.WhenAll(
                    round
                        .GroupBy(step => step.Number)
                        .Select(story => tellers[story.Key].Do(story.Select(step => step.Act)))
                );
            }
        }

        foreach (var teller in tellers)
            await teller.HandOver(SampleAccounts.Officer);
    }
}
