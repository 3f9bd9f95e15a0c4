using System.Collections.Immutable;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Pins;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Tests.Desk;

namespace Matchmaker.Grains.Tests.Sample;

/// <summary>What a start with <c>--sample</c> leaves: an office that has worked for twelve weeks.</summary>
public sealed class SampleWeeksTests(FilledSystem filled) : IClassFixture<FilledSystem>
{
    private static readonly Caller Officer = new(SampleAccounts.Officer, Role.Officer, null);

    [Fact]
    public async Task The_office_has_forty_introductions_in_every_state()
    {
        var states = (await filled.All<Introduction>(RecordKind.Introduction))
            .CountBy(introduction => introduction.State)
            .ToDictionary();
        Assert.Equal(
            new Dictionary<IntroductionState, int>
            {
                [IntroductionState.Suggested] = 3,
                [IntroductionState.Offered] = 6,
                [IntroductionState.Agreed] = 3,
                [IntroductionState.Introduced] = 4,
                [IntroductionState.Underway] = 7,
                [IntroductionState.Concluded] = 12,
                [IntroductionState.Declined] = 4,
                [IntroductionState.Expired] = 1,
            }.OrderBy(state => state.Key),
            states.OrderBy(state => state.Key)
        );
    }

    [Fact]
    public async Task They_hold_what_an_office_leaves_behind()
    {
        var all = await filled.All<Introduction>(RecordKind.Introduction);
        Assert.Equal(
            Enum.GetValues<IntroductionOutcome>().Except([IntroductionOutcome.Withdrawn]),
            all.Select(one => one.Outcome).OfType<IntroductionOutcome>().Distinct().Order()
        );
        Assert.Equal(3, all.Count(one => one.Aftercare is not null));
        Assert.True(all.Count(one => one.Notes is not null) >= 25);
        Assert.True(
            all.SelectMany(one => one.Meetings).Count(meeting => meeting.IsAhead(TimeProvider.System.GetUtcNow())) >= 4
        );
        Assert.Equal(["sites", "partners", "opportunities"], all.Select(one => one.Board).Distinct());
        Assert.Contains(all, one => one.AskedBy is Side.Seeker && one.Officer is null);
        Assert.Contains(all, one => one.Notes?.Select(note => note.By).Distinct().Count() > 1); // two at once
        Assert.Contains(all, one => one.Seeker.Party == "enterprises/e1");
        Assert.Equal(4, all.Count(one => one.Officer == SampleAccounts.Officer));
        Assert.Single(await filled.All<Pin>(RecordKind.Pin), pin => pin.ApprovedBy is not null);
        Assert.Single(await filled.Rows(RecordKind.Introduction), row => row.Cleared is not null);
        Assert.Contains(await filled.Journal(), entry => entry.Kind == RecordKind.Refusal);
        // Nobody real is said to have done anything.
        Assert.All(all, one => Assert.False(one.Counterpart.Party!.StartsWith("centres/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_journal_is_whole_and_its_times_run_through_the_weeks_to_now()
    {
        Assert.Null((await JournalChain.Verify(filled.Database)).FirstBad);
        var times = (await filled.Journal()).Select(entry => Instants.Read(entry.At)).ToList();
        Assert.Equal(times.Order(), times);
        var weeks = (times[^1] - times[0]).TotalDays / 7;
        Assert.InRange(weeks, 12, 12.5);
        Assert.InRange(TimeProvider.System.GetUtcNow() - times[^1], TimeSpan.Zero, TimeSpan.FromMinutes(10));
        // People, and the clock that reminds them, work in office hours.
        var today = TimeProvider.System.Today();
        var acts = (await filled.Journal())
            .Where(entry => entry.Kind == RecordKind.Introduction && HongKong.DayOf(Instants.Read(entry.At)) < today)
            .ToList();
        Assert.All(
            acts,
            act =>
            {
                var at = Instants.Read(act.At).ToOffset(HongKong.Offset);
                Assert.InRange(at.Hour, 9, 17);
            }
        );
        Assert.True(acts.Select(act => HongKong.DayOf(Instants.Read(act.At))).Distinct().Count() > 40);
    }

    [Fact]
    public async Task The_figures_are_those_of_a_recount()
    {
        var today = TimeProvider.System.Today();
        var report = await filled.Grains.Figures().Of(Officer, today.AddDays(-91), today);

        var entered = new Dictionary<(DateOnly Monday, string State), int>();
        var states = new Dictionary<string, IntroductionState>();
        foreach (var entry in (await filled.Journal()).Where(entry => entry.Kind == RecordKind.Introduction))
        {
            var state = RecordJson.Read<Introduction>(entry.Body!).State;
            if (states.TryGetValue(entry.Id, out var before) && before == state)
                continue;
            states[entry.Id] = state;
            var day = HongKong.DayOf(Instants.Read(entry.At));
            var key = (day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), IntroductionTable.Code(state));
            entered[key] = entered.GetValueOrDefault(key) + 1;
        }

        Assert.Equal(
            entered.Select(one => $"{one.Key.Monday:O} {one.Key.State} {one.Value}").Order(StringComparer.Ordinal),
            report
                .Weeks.SelectMany(week => week.Entered.Select(one => $"{week.Week:O} {one.Key} {one.Value}"))
                .Order(StringComparer.Ordinal)
        );
        Assert.True(report.Weeks.Count(week => week.Entered.Count > 0) >= 11);
        Assert.Equal(12, report.Outcomes.Values.Sum(board => board.Values.Sum()));
        Assert.True(report.FirstResponse is { Within3: >= 2, Within5: >= 3, Later: 0 or 1, Waiting: 2 });
        Assert.Equal(40, report.Exposure.Sum(exposure => exposure.Shown));

        // Who is not cleared for the project counts one less.
        Assert.Equal(
            39,
            (
                await filled
                    .Grains.Figures()
                    .Of(new("nobody@office.sample", Role.Officer, null), today.AddDays(-91), today)
            ).Exposure.Sum(exposure => exposure.Shown)
        );
        // Of the last six weeks and the six before, with the list behind each.
        Assert.True(
            await FigureTests.Counted(filled.Grains, filled.Database, Officer, today.AddDays(-41), today, today) > 60
        );
        Assert.True(report.Now.Landed is { Jobs: > 0, FloorArea: > 0, Investment: > 0 });
    }

    [Fact]
    public async Task What_parties_deserve_follows_from_the_lists_that_the_office_reads()
    {
        var today = TimeProvider.System.Today();
        var report = await filled.Grains.Figures().Fairness(Officer, today.AddDays(-91), today);
        var expected = new Dictionary<string, double>();
        foreach (var one in await filled.All<Introduction>(RecordKind.Introduction))
        {
            var scores = new Dictionary<string, double>();
            var list = await filled.Grains.Index(one.Board).Matches(Officer, one.Demand!, 500);
            foreach (var match in list.Matches.Where(match => match.Members is null))
            {
                if (await OwnerOf(one.Board, match.Id) is { } party && party != one.Seeker.Party)
                    scores[party] = Math.Max(scores.GetValueOrDefault(party), match.Score);
            }

            scores.TryAdd(one.Counterpart.Party!, one.Score!.Value);
            foreach (var (party, score) in scores)
                expected[party] =
                    expected.GetValueOrDefault(party)
                    + (scores.Values.Sum() > 0 ? score / scores.Values.Sum() : 1.0 / scores.Count);
        }

        Assert.Equal(40, report.Shown);
        Assert.Null(report.Rest);
        Assert.Equal(40, report.Parties.Sum(share => share.ExpectedShown), 6);
        foreach (var share in report.Parties)
        {
            Assert.NotNull(share.Name);
            Assert.Equal(expected.GetValueOrDefault(share.Party), share.ExpectedShown, 6);
        }

        async Task<string?> OwnerOf(string board, string id)
        {
            if (board == "partners")
                return $"firms/{id}";
            await using var connection = await filled.Database.Open();
            return await connection.QuerySingleOrDefaultAsync<string?>(
                board == "sites"
                    ? "SELECT owner FROM record WHERE kind = 'space' AND id = @id"
                    : "SELECT owner FROM record WHERE kind = 'opportunity' AND id = @id",
                new { id }
            );
        }
    }

    [Fact]
    public async Task Nobody_gets_mail_of_those_weeks()
    {
        await Eventually.Until(
            "no letter waits",
            async () =>
                (await filled.All<Letter>(RecordKind.Letter)).All(letter =>
                    letter.SentAt is not null || letter.Failure is not null
                )
        );
        var letters = await filled.All<Letter>(RecordKind.Letter);
        Assert.True(letters.Count > 100);
        Assert.All(
            letters,
            letter =>
            {
                Assert.EndsWith(".sample", letter.To, StringComparison.Ordinal);
                Assert.Null(letter.SentAt);
            }
        );
        Assert.Empty(filled.Mail.Mails);
    }

    [Fact]
    public async Task Another_fill_on_the_same_day_tells_the_same()
    {
        await using var other = new FilledSystem();
        await other.InitializeAsync();
        Assert.Equal(await Told(filled), await Told(other));
    }

    private static async Task<ImmutableArray<string>> Told(FilledSystem system) =>
        [
            .. (await system.All<Introduction>(RecordKind.Introduction)).Select(one =>
                $"{one.Id} {one.Demand} {one.Match} {one.State} {one.Officer} {one.Outcome} {one.MovedAt:yyyy-MM-dd HH}"
            ),
        ];
}
