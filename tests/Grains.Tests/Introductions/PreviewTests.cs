using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Introductions;

/// <summary>What an officer reads before an act is what the act sends.</summary>
public sealed class PreviewTests
{
    [Theory, OnBoth]
    public async Task Each_letter_is_sent_as_it_was_shown(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Cast.Set(system);
        await Speak(system, cast.Seeker, "zh-Hant");
        await Speak(system, Some.Officer, "en");
        var grain = cast.New();
        var now = await grain.Suggest(Some.Officer, Cast.Demand, Cast.Match);

        var offered = await Same(new(PlannedAct.Offer, Offer: new()), g => g.Offer(Some.Officer, now.Version, new()));
        Assert.Equal([Side.Seeker, Side.Counterpart], offered.Letters.Select(letter => letter.Side!.Value));
        Assert.Equal(["zh-Hant", null], offered.Letters.Select(letter => letter.Language));
        Assert.StartsWith("是否同意", offered.Letters[0].Subject, StringComparison.Ordinal);
        Assert.All(offered.Letters, letter => Assert.Contains("#token=…", letter.Text, StringComparison.Ordinal));

        var due = now.DueOn!.Value;
        var reminded = await Same(
            new(PlannedAct.Remind),
            async g =>
            {
                system.Time.SetUtcNow(new(due, new(2, 0), TimeSpan.Zero));
                await g.Remind();
                return await g.Get(Some.Officer);
            }
        );
        Assert.Equal(2, reminded.Letters.Length);

        await grain.Consent(cast.Seeker, (await grain.Get(cast.Seeker)).Version, null);
        await grain.Consent(cast.Counterpart, (await grain.Get(cast.Counterpart)).Version, null);
        now = await grain.Get(Some.Officer);
        var introduced = await Same(new(PlannedAct.Introduce), g => g.Introduce(Some.Officer, now.Version));
        Assert.Contains(cast.Counterpart.Email!, introduced.Letters[0].Text, StringComparison.Ordinal);

        var visit = new Meeting("", MeetingKind.SiteVisit, system.Time.GetUtcNow().AddDays(3), 60, "Lobby", []);
        var met = await Same(new(PlannedAct.Meet, Meeting: visit), g => g.Meet(Some.Officer, now.Version, visit));
        Assert.All(met.Letters, letter => Assert.True(letter.HasCalendar));
        var moved = now.Meetings[0] with { Place = "Loading bay" };
        await Same(new(PlannedAct.Rebook, Meeting: moved), g => g.Rebook(Some.Officer, now.Version, moved));
        await Same(
            new(PlannedAct.Assign, Officer: Some.OtherOfficer.Email),
            g => g.Assign(Some.Officer, now.Version, Some.OtherOfficer.Email!)
        );
        var again = new Meeting("", MeetingKind.Trial, system.Time.GetUtcNow().AddDays(4), 60, "Yard", []);
        await Same(new(PlannedAct.Rebook, Meeting: again), g => g.Rebook(Some.Officer, now.Version, again));
        await Same(
            new(PlannedAct.CancelMeeting, MeetingId: now.Meetings[0].Id),
            g => g.CancelMeeting(Some.Officer, now.Version, now.Meetings[0].Id)
        );
        var done = new Conclusion(IntroductionOutcome.Landed);
        var concluded = await Same(
            new(PlannedAct.Conclude, Conclusion: done),
            g => g.Conclude(Some.Officer, now.Version, done)
        );
        Assert.Equal(5, concluded.Letters.Length); // the outcome to both sides, and the trial off three calendars

        async Task<ActPreview> Same(Plan plan, Func<IIntroductionGrain, Task<Introduction>> act)
        {
            var (before, entries) = (await Letters(system), await Entries(system));
            var shown = await grain.Preview(Some.Officer, now.Version, plan);
            Assert.Equal(entries, await Entries(system));
            Assert.NotEmpty(shown.Letters);

            now = await act(grain);
            Assert.Equal(
                shown.Letters.Select(letter => (letter.To, letter.Subject, letter.Text, letter.Language)).Order(),
                (await Letters(system))
                    .ExceptBy(before.Select(letter => letter.Id), letter => letter.Id)
                    .Select(letter => (letter.To, letter.Subject, letter.Text, letter.Language))
                    .Order()
            );
            Assert.Equal(
                Text(shown.Views),
                Text(new(await Read(grain, cast.Seeker), await Read(grain, cast.Counterpart)))
            );
            return shown;
        }
    }

    [Fact]
    public async Task An_expired_offer_and_its_restart_are_shown_too()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        var (grain, now) = await cast.Offered();
        for (; now.State is IntroductionState.Offered; now = await grain.Get(Some.Officer))
        {
            var shown = await grain.Preview(Some.Officer, now.Version, new(PlannedAct.Remind));
            var before = await Letters(system);
            system.Time.SetUtcNow(new(now.DueOn!.Value, new(2, 0), TimeSpan.Zero));
            await grain.Remind();
            Assert.Equal(
                shown.Letters.Select(letter => (letter.To, letter.Subject)).Order(),
                (await Letters(system))
                    .ExceptBy(before.Select(letter => letter.Id), letter => letter.Id)
                    .Select(letter => (letter.To, letter.Subject))
                    .Order()
            );
        }

        Assert.Equal(IntroductionState.Expired, now.State);
        Assert.Equal(2, (await grain.Preview(Some.Officer, now.Version, new(PlannedAct.Restart))).Letters.Length);
    }

    [Fact]
    public async Task A_preview_is_refused_where_its_act_is()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        var (grain, now) = await cast.Offered();
        var introduce = new Plan(PlannedAct.Introduce);
        await Assert.ThrowsAsync<ForbiddenException>(() => grain.Preview(cast.Seeker, now.Version, introduce));
        await Assert.ThrowsAsync<NotFoundException>(() => grain.Preview(Some.Maker(), now.Version, introduce));
        await Assert.ThrowsAsync<VersionException>(() => grain.Preview(Some.Officer, 1, introduce));
        await Assert.ThrowsAsync<ConflictException>(() => grain.Preview(Some.Officer, now.Version, introduce));
        foreach (
            var (lacks, path) in new[]
            {
                (new Plan(PlannedAct.Rebook), "meeting"),
                (new Plan(PlannedAct.CancelMeeting), "meetingId"),
                (new Plan(PlannedAct.Assign), "officer"),
            }
        )
        {
            var refused = await Assert.ThrowsAsync<InvalidException>(() =>
                grain.Preview(Some.Officer, now.Version, lacks)
            );
            Assert.Equal(path, Assert.Single(refused.Errors).Path);
        }
    }

    private static async Task<Introduction?> Read(IIntroductionGrain grain, Caller caller)
    {
        try
        {
            return await grain.Get(caller);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    // A version stands beside the stored body, and a preview has none to give; a new meeting's id comes with it.
    private static string Text(SideViews views) =>
        string.Join(
            '\n',
            new[] { views.Seeker, views.Counterpart }.Select(view =>
                view is null
                    ? "-"
                    : RecordJson.Write(
                        view with
                        {
                            Version = 0,
                            Meetings = [.. view.Meetings.Select(meeting => meeting with { Id = "" })],
                        }
                    )
            )
        );

    private static async Task Speak(TestSystem system, Caller person, string language)
    {
        var account = system.Grains.Account(person.Email!);
        await account.Settle(person, new() { Language = language }, (await account.Settings(person)).Version);
    }

    private static async Task<IReadOnlyList<RenderedLetter>> Letters(TestSystem system) =>
        (await system.Grains.Outbox().List(Some.Admin, null, 500)).Items;

    private static async Task<long> Entries(TestSystem system)
    {
        await using var connection = await system.Database.Open();
        return await connection.QuerySingleAsync<long>("SELECT COUNT(*) FROM journal");
    }
}
