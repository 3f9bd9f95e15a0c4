using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Figures;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Figures;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Tests.Introductions;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Desk;

/// <summary>
/// Every figure equals a recount of the journal's rows, written here from the words of introductions.md alone.
/// </summary>
public sealed class FigureTests
{
    private const int Seed = 7;

    [Theory, OnBoth]
    public async Task Figures_equal_a_recount_from_the_log(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Cast.Set(system);
        var chance = new Random(Seed);
        await DeskWalk.Walk(
            system,
            cast,
            chance,
            steps: 500,
            introductions: 15,
            oneIn: 4,
            between: () => Pass(system, chance, oneIn: 8, mostHours: 20)
        );

        var (from, to) = (Some.Today.AddDays(3), Some.Today.AddDays(20));
        var figures = await system.Grains.Figures().Of(Some.Officer, from, to);
        var moves = await Moves(system);

        Assert.True(moves.Count > 40, $"only {moves.Count} moves");
        foreach (var week in figures.Weeks)
        {
            var inWeek = moves.Where(move =>
                move.Day >= week.Week && move.Day < week.Week.AddDays(7) && move.Day >= from && move.Day <= to
            );
            Assert.Equal(Count(inWeek.Select(move => move.State)), Count(week.Entered));
            var end = week.Week.AddDays(6) < to ? week.Week.AddDays(6) : to;
            Assert.Equal(
                Count(moves.Where(move => move.Day <= end).GroupBy(move => move.Id).Select(of => of.Last().State)),
                Count(week.Standing)
            );
        }

        var stays = moves
            .GroupBy(move => move.Id)
            .SelectMany(of => of.Zip(of.Skip(1)))
            .Where(stay => stay.Second.Day >= from && stay.Second.Day <= to)
            .ToLookup(stay => stay.First.State, stay => (stay.Second.At - stay.First.At).TotalHours);
        Assert.Equal(stays.Select(group => group.Key).Order(StringComparer.Ordinal), figures.TimeInState.Keys);
        foreach (var (state, stay) in figures.TimeInState)
        {
            var hours = stays[state].Order().ToList();
            Assert.Equal((hours.Count, hours[(hours.Count - 1) / 2]), (stay.Count, stay.MedianHours));
            Assert.Equal(hours.Sum() / hours.Count, stay.MeanHours, 6);
        }

        var concluded = moves.Where(move => move.State == "concluded" && move.Day >= from && move.Day <= to).ToList();
        Assert.Equal(concluded.Count, figures.Outcomes.Values.Sum(outcomes => outcomes.Values.Sum()));
        var exposure = Assert.Single(figures.Exposure);
        int Entered(string state) =>
            moves
                .Where(move => move.State == state && move.Day >= from && move.Day <= to)
                .Select(move => move.Id)
                .Distinct()
                .Count();
        Assert.Equal(
            ("owners/o1", Entered("suggested"), Entered("offered"), Entered("introduced")),
            (exposure.Party, exposure.Shown, exposure.Offered, exposure.Introduced)
        );
        var asked = moves
            .Where(move => move is { State: "suggested", Party: true } && move.Day >= from && move.Day <= to)
            .ToList();
        Assert.Equal(
            asked.Count,
            figures.FirstResponse.Within5 + figures.FirstResponse.Later + figures.FirstResponse.Waiting
        );
        Assert.True(figures.FirstResponse.Within3 <= figures.FirstResponse.Within5);
    }

    [Theory, OnBoth]
    public async Task Every_figure_and_the_list_behind_it_equal_a_recount(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Cast.Set(system);
        var chance = new Random(Seed + 1);
        await DeskWalk.Walk(
            system,
            cast,
            chance,
            steps: 350,
            introductions: 18,
            oneIn: 5,
            between: () => Pass(system, chance, oneIn: 6, mostHours: 40)
        );

        var today = system.Time.Today();
        var (from, to) = (Some.Today.AddDays(12), Some.Today.AddDays(35));
        var counted = await Counted(system.Grains, system.Database, Some.Officer, from, to, today);
        Assert.True(counted > 20, $"only {counted} figures");
    }

    /// <summary>Compares all figures of a period, those before it, and the list of each, with a recount.</summary>
    /// <returns>How many figures there are.</returns>
    internal static async Task<int> Counted(
        IGrainFactory grains,
        Database database,
        Caller officer,
        DateOnly from,
        DateOnly to,
        DateOnly today
    )
    {
        var calendar = new WorkingDays(HolidayTable.BuiltIn);
        var recount = await FigureRecount.Of(database, calendar.Includes);
        var report = await grains.Figures().Of(officer, from, to);
        var days = to.DayNumber - from.DayNumber + 1;
        foreach (
            var (period, first, last) in new[]
            {
                (report.Now, from, to),
                (report.Before, from.AddDays(-days), from.AddDays(-1)),
            }
        )
        {
            Assert.Equal((first, last), (period.From, period.To));
            var lists = recount.Lists(first, last, today);
            Assert.Equal(
                lists.Select(list => $"{list.Key} {list.Value.Count}"),
                period.Counts.Select(count => $"{count.Key} {count.Value}")
            );
            foreach (var (figure, ids) in lists)
            {
                var behind = await grains.Figures().Behind(officer, first, last, null, figure, null, 500);
                Assert.Equal(ids, behind.Items.Select(item => item.Id));
            }

            var steps = recount.Steps(first, last);
            Assert.Equal(
                steps.Select(step =>
                {
                    var sorted = step.Value.Select(one => one.Days).Order().ToList();
                    var half = sorted.Count / 2;
                    var median = sorted.Count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) * 0.5;
                    return $"{step.Key} {median}";
                }),
                period.MedianDays.Select(median => $"{median.Key} {median.Value}")
            );
            Assert.Equal(
                (
                    recount.Sum("jobs", first, last),
                    recount.Sum("floorArea", first, last),
                    recount.Sum("investment", first, last)
                ),
                (period.Landed.Jobs, period.Landed.FloorArea, period.Landed.Investment)
            );
        }

        // Page by page, a list is the same.
        var whole = await grains.Figures().Behind(officer, from, to, null, "reached:suggested", null, 500);
        var ones = new List<string>();
        for (string? after = null; ; )
        {
            var page = await grains.Figures().Behind(officer, from, to, null, "reached:suggested", after, 2);
            ones.AddRange(page.Items.Select(item => item.Id));
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(whole.Items.Select(item => item.Id), ones);
        return report.Now.Counts.Count;
    }

    [Theory]
    [InlineData("2026-11-27T08:00:00Z", "2026-12-02T01:00:00Z", 1, 1, 0)] // Friday to Wednesday: three working days
    [InlineData("2026-12-24T01:00:00Z", "2026-12-31T01:00:00Z", 0, 1, 0)] // Christmas Day is none: four
    [InlineData("2026-12-24T01:00:00Z", "2027-01-05T01:00:00Z", 0, 0, 1)]
    public void A_first_response_is_counted_in_working_days(
        string asked,
        string taken,
        int within3,
        int within5,
        int later
    )
    {
        var history = new IntroductionHistory(
            "i1",
            "sites",
            "owners/o1",
            null,
            true,
            [new(IntroductionState.Suggested, DateTimeOffset.Parse(asked, null))],
            DateTimeOffset.Parse(taken, null),
            null,
            new("introduction", null, false)
        );
        var response = FiguresRules
            .Of([history], new(HolidayTable.BuiltIn), new(2026, 11, 1), new(2027, 1, 31), new(2027, 1, 31))
            .FirstResponse;
        Assert.Equal(new FirstResponse(within3, within5, later, 0), response);
    }

    private static void Pass(TestSystem system, Random chance, int oneIn, int mostHours)
    {
        if (chance.Next(oneIn) == 0)
            system.Time.Advance(TimeSpan.FromHours(chance.Next(1, mostHours)));
    }

    private static async Task<List<Move>> Moves(TestSystem system)
    {
        await using var connection = await system.Database.Open();
        var rows = await connection.QueryAsync<(string Id, string At, string After)>(
            "SELECT id, at, after FROM journal WHERE kind = 'introduction' ORDER BY sequence"
        );
        var moves = new List<Move>();
        foreach (var (id, at, after) in rows)
        {
            var body = System.Text.Json.Nodes.JsonNode.Parse(after)!;
            var state = (string)body["state"]!;
            if (moves.LastOrDefault(move => move.Id == id)?.State != state)
                moves.Add(new(id, DateTimeOffset.Parse(at, null), state, body["askedBy"] is not null));
        }

        return moves;
    }

    private static string Count(IEnumerable<string> codes) =>
        string.Join(
            ' ',
            codes
                .GroupBy(code => code)
                .OrderBy(of => of.Key, StringComparer.Ordinal)
                .Select(of => $"{of.Key}={of.Count()}")
        );

    private static string Count(IReadOnlyDictionary<string, int> counts) =>
        string.Join(' ', counts.Select(count => $"{count.Key}={count.Value}"));

    private sealed record Move(string Id, DateTimeOffset At, string State, bool Party)
    {
        public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime.AddHours(8));
    }
}
