using Matchmaker.Contracts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Mail;

public sealed class MeetingTests
{
    [Theory, OnBoth]
    public async Task Only_readers_of_a_meeting_receive_its_calendar_file(Store store)
    {
        await using var system = await TestSystem.On(store);
        var introduction = await Brokering.Introduced(system);
        var met = await system
            .Grains.Introduction(introduction.Id)
            .Meet(
                Some.Officer,
                introduction.Version,
                new("", MeetingKind.Trial, Some.Noon.AddDays(7), 60, "Room 5", [])
            );
        var meeting = Assert.Single(met.Meetings);

        foreach (var caller in new[] { Some.Officer, Some.Person(), Some.Maker() })
        {
            var file = CalendarFile.Read(await system.Grains.Outbox().Calendar(caller, introduction.Id, meeting.Id));
            Assert.Equal(Some.Noon.AddDays(7), file.Start);
        }

        var abroad = await Assert.ThrowsAsync<InvalidException>(() =>
            system
                .Grains.Introduction(introduction.Id)
                .Rebook(Some.Officer, met.Version, meeting with { Point = new(51.5, 0) })
        );
        Assert.Equal(("point", "notAPoint"), abroad.Errors.Select(error => (error.Path, error.Code)).Single());
        await Assert.ThrowsAsync<NotFoundException>(() =>
            system.Grains.Outbox().Calendar(Some.Maker("f2"), introduction.Id, meeting.Id)
        );
        await Assert.ThrowsAsync<NotFoundException>(() =>
            system.Grains.Outbox().Calendar(Some.Officer, introduction.Id, "m1")
        );
    }

    [Fact]
    public async Task All_guests_receive_a_meeting_and_its_changes()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var introduction = await Brokering.Introduced(system);
        var grain = system.Grains.Introduction(introduction.Id);
        var met = await grain.Meet(
            Some.Officer,
            introduction.Version,
            new("", MeetingKind.Meeting, Some.Noon.AddDays(7), 60, "Room 5", [])
        );
        await grain.Rebook(Some.Officer, met.Version, met.Meetings[0] with { Place = "Room 6" });

        var letters = (await system.Grains.Outbox().List(Some.Officer, null, 100)).Items;
        string[] invited = ["maker1@own", "officer@office", "seeker1@own"];
        Assert.Equal(
            invited,
            letters
                .Where(letter => letter.Text.Contains("You are invited", StringComparison.Ordinal))
                .Select(letter => letter.To)
                .Order(StringComparer.Ordinal)
        );
        var changed = letters.Where(letter => letter.Text.Contains("has changed", StringComparison.Ordinal)).ToList();
        Assert.Equal(invited, changed.Select(letter => letter.To).Order(StringComparer.Ordinal));
        Assert.All(changed, letter => Assert.Contains("Room 6", letter.Text, StringComparison.Ordinal));
    }
}
