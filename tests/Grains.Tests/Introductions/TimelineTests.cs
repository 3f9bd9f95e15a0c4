using Matchmaker.Contracts;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using static Matchmaker.Contracts.Introductions.TimelineKind;

namespace Matchmaker.Grains.Tests.Introductions;

public sealed class TimelineTests
{
    [Theory, OnBoth]
    public async Task An_introduction_tells_everything_that_was_done_to_it(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Cast.Set(system);
        var (grain, now) = await cast.Agreed();
        now = await grain.Introduce(Some.Officer, now.Version);
        now = await grain.AddNote(Some.OtherOfficer, "Machine 2 must come unpacked.");
        var visit = new Meeting("", MeetingKind.SiteVisit, Some.Noon.AddDays(3), 60, "Lobby", []);
        now = await grain.Meet(Some.Officer, now.Version, visit);
        now = await grain.Rebook(Some.Officer, now.Version, now.Meetings[0] with { Place = "Yard" });
        now = await grain.Assign(Some.Officer, now.Version, Some.OtherOfficer.Email!);
        now = await grain.CancelMeeting(Some.OtherOfficer, now.Version, now.Meetings[0].Id);
        now = await grain.Conclude(Some.OtherOfficer, now.Version, new(IntroductionOutcome.NoFit, "Lift too low"));
        await grain.RecordAftercare(Some.OtherOfficer, now.Version, null, "Called again");

        var story = await grain.Story(Some.Officer);
        Assert.Equal(
            [
                (Created, Some.Officer.Email),
                (Moved, Some.Officer.Email),
                (Consented, cast.Seeker.Email),
                (Consented, cast.Counterpart.Email),
                (Moved, cast.Counterpart.Email),
                (Moved, Some.Officer.Email),
                (Noted, Some.OtherOfficer.Email),
                (Moved, Some.Officer.Email),
                (Booked, Some.Officer.Email),
                (Rebooked, Some.Officer.Email),
                (Assigned, Some.Officer.Email),
                (Cancelled, Some.OtherOfficer.Email),
                (Moved, Some.OtherOfficer.Email),
                (CaredFor, Some.OtherOfficer.Email),
            ],
            story.Entries.Where(entry => entry.Letter is null).Select(entry => (entry.Kind, entry.By))
        );
        Assert.Equal(
            ["suggested", "offered", "agreed", "introduced", "underway", "concluded"],
            story
                .Entries.Where(entry => entry.State is not null)
                .Select(entry => IntroductionTable.Code(entry.State!.Value))
        );
        Assert.Equal(
            (await system.Grains.Outbox().List(Some.Officer, null, 500)).Items.Select(letter => letter.Id).Order(),
            story.Entries.Select(entry => entry.Letter?.Id).OfType<string>().Order()
        );
        Assert.Equal("Harbour Estates", story.Views.Seeker!.Counterpart.Name!.En);
        Assert.Equal(
            RecordJson.Write((await grain.Get(cast.Seeker)) with { Version = 0 }),
            RecordJson.Write(story.Views.Seeker with { Version = 0 })
        );
    }

    [Fact]
    public async Task Only_the_office_reads_the_timeline_and_a_stranger_finds_nothing()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        var (grain, _) = await cast.Offered();
        await Assert.ThrowsAsync<ForbiddenException>(() => grain.Story(cast.Seeker));
        await Assert.ThrowsAsync<NotFoundException>(() => grain.Story(Some.Maker()));
        await Assert.ThrowsAsync<NotFoundException>(() => cast.New().Story(Some.Officer));
        await Assert.ThrowsAsync<ForbiddenException>(() => system.Grains.Desk().Recent(cast.Seeker));
    }

    [Theory, OnBoth]
    public async Task What_moved_is_what_was_done_since_the_working_day_before(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Cast.Set(system);
        await cast.Space("s2", 300);
        var done = new List<(string Id, TimelineKind Kind, DateTimeOffset At)>();
        var (first, second) = (cast.New(), cast.New());
        var days = new[] { new DateOnly(2026, 11, 25), new(2026, 11, 26), new(2026, 11, 27), new(2026, 11, 28) };

        var one = await Day(0, first, g => g.Suggest(Some.Officer, Cast.Demand, Cast.Match), Created);
        one = await Day(1, first, g => g.Offer(Some.Officer, one.Version, new()), Moved);
        var two = await Day(1, second, g => g.Suggest(Some.Officer, Cast.Demand, "b1/s2"), Created);
        await Day(2, second, g => g.AddNote(Some.Officer, "Ask again"), Noted);
        await Day(
            2,
            first,
            async g => await g.Consent(cast.Seeker, (await g.Get(cast.Seeker)).Version, null),
            Consented
        );
        await Day(3, first, g => g.AddNote(Some.OtherOfficer, "Called on Saturday"), Noted);

        // A Saturday and a Monday both look back to the start of Friday.
        foreach (var (today, from) in new[] { (28, 27), (30, 27), (31, 30) })
        {
            var day = new DateOnly(2026, 11, 1).AddDays(today - 1);
            system.Time.SetUtcNow(day.At(new(12, 0)));
            var since = new DateOnly(2026, 11, from).At(TimeOnly.MinValue);
            var recent = await system.Grains.Desk().Recent(Some.Officer);
            Assert.Equal(since, recent.Since);
            Assert.Equal(
                done.Where(act => act.At >= since).Select(act => $"{act.Id} {act.Kind}").Order(),
                recent
                    .Introductions.SelectMany(row => row.Entries.Select(entry => $"{row.Introduction} {entry.Kind}"))
                    .Order()
            );
        }

        async Task<Introduction> Day(
            int day,
            IIntroductionGrain grain,
            Func<IIntroductionGrain, Task<Introduction>> act,
            TimelineKind kind
        )
        {
            system.Time.SetUtcNow(days[day].At(new(11, 0)));
            var changed = await act(grain);
            done.Add((grain.GetPrimaryKeyString(), kind, system.Time.GetUtcNow()));
            return changed;
        }
    }
}
