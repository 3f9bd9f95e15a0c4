using Matchmaker.Contracts;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Clock;

public sealed class ClockTests
{
    // Suggested and offered on Tuesday noon: the first deadline is Wednesday, 09:00. Near ones, because each fake
    // second of a silo costs some time.
    private static readonly DateTimeOffset FirstDeadline = new(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly (string, string)[] Near =
    [
        ($"{Deadlines.Setting}:0", "1"),
        ($"{Deadlines.Setting}:1", "2"),
        ($"{Deadlines.Setting}:2", "9"),
    ];

    [Theory, OnBoth]
    public async Task A_reminder_goes_out_once_a_stage_however_often_the_clock_ticks(Store store)
    {
        await using var system = await TestSystem.On(store, Near);
        await Brokering.Offered(system);
        Assert.Equal(0, await Reminders(system));

        system.Time.SetUtcNow(FirstDeadline);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => system.Grains.Clock().Tick()));
        await system.Grains.Clock().Tick();
        Assert.Equal(2, await Reminders(system)); // one for each side

        system.Time.SetUtcNow(FirstDeadline.AddDays(1));
        await system.Grains.Clock().Tick();
        Assert.Equal(4, await Reminders(system));
    }

    [Theory, OnBoth]
    public async Task The_clock_ticks_by_itself_after_a_restart_on_the_same_database(Store store)
    {
        using var place = await Place.On(store);
        await using (var before = await TestSystem.On(place, Near))
        {
            await Brokering.Offered(before);
            await before.Grains.Clock().Start();
            await before.Grains.Clock().Start();
        }

        await using var system = await TestSystem.On(place, Near);
        system.Time.SetUtcNow(FirstDeadline);
        await Eventually.Until(
            async () => await Reminders(system) == 2,
            nudge: () => system.Time.Advance(TimeSpan.FromSeconds(20))
        );
    }

    [Fact]
    public async Task An_introduction_that_fails_keeps_no_other_from_its_reminder()
    {
        await using var system = await TestSystem.On(Store.Sqlite, Near);
        var broken = await Brokering.Offered(system);
        await Brokering.Offered(system, number: 2);
        // Its record cannot be read any more, so that its turn fails.
        await Brokering.Spoil(system, broken.Id);

        system.Time.SetUtcNow(FirstDeadline);
        await system.Grains.Clock().Tick();
        Assert.Equal(2, await Reminders(system));
    }

    private static async Task<int> Reminders(TestSystem system) =>
        (await system.Grains.Outbox().List(Some.Officer, null, 500)).Items.Count(letter =>
            letter.Subject.Contains("Reminder: ", StringComparison.Ordinal)
        );
}
