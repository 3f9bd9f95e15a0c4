using Matchmaker.Grains.Clock;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Clock;

public sealed class ReminderTableTests
{
    [Theory, OnBoth]
    public async Task A_reminder_is_read_back_as_it_was_set(Store store)
    {
        using var place = await Place.On(store);
        await using var database = await place.Start();
        var (table, entry) = (new ReminderTable(database), Entry(1, "tick"));
        var etag = await table.UpsertRow(entry);

        var read = (await table.ReadRow(entry.GrainId, "tick"))!;
        Assert.Equal(
            (entry.GrainId, entry.ReminderName, entry.StartAt, entry.Period, etag),
            (read.GrainId, read.ReminderName, read.StartAt, read.Period, read.ETag)
        );
        Assert.Equal(DateTimeKind.Utc, read.StartAt.Kind);
        Assert.Null(await table.ReadRow(entry.GrainId, "tock"));
    }

    [Theory, OnBoth]
    public async Task Setting_it_again_replaces_it_under_a_new_tag(Store store)
    {
        using var place = await Place.On(store);
        await using var database = await place.Start();
        var table = new ReminderTable(database);
        var first = await table.UpsertRow(Entry(1, "tick"));
        await table.UpsertRow(Entry(1, "tock"));
        var again = Entry(1, "tick");
        again.Period = TimeSpan.FromHours(2);
        var second = await table.UpsertRow(again);

        Assert.NotEqual(first, second);
        Assert.Equal(
            [("tick", TimeSpan.FromHours(2)), ("tock", TimeSpan.FromMinutes(1))],
            (await table.ReadRows(again.GrainId)).Reminders.Select(reminder => (reminder.ReminderName, reminder.Period))
        );
    }

    [Theory, OnBoth]
    public async Task Only_the_tag_that_was_last_given_removes_it(Store store)
    {
        using var place = await Place.On(store);
        await using var database = await place.Start();
        var (table, entry) = (new ReminderTable(database), Entry(1, "tick"));
        var old = (await table.UpsertRow(entry))!;
        var tag = (await table.UpsertRow(entry))!;

        Assert.False(await table.RemoveRow(entry.GrainId, "tick", old));
        Assert.True(await table.RemoveRow(entry.GrainId, "tick", tag));
        Assert.False(await table.RemoveRow(entry.GrainId, "tick", tag));
        await table.UpsertRow(entry);
        Assert.False(await table.RemoveRow(entry.GrainId, "tick", tag));
    }

    [Theory, OnBoth]
    public async Task A_silo_reads_its_range_of_the_ring_also_past_its_end(Store store)
    {
        using var place = await Place.On(store);
        await using var database = await place.Start();
        var table = new ReminderTable(database);
        var hashes = new List<uint>();
        for (var i = 0; i < 20; i++)
        {
            var entry = Entry(i, "tick");
            await table.UpsertRow(entry);
            hashes.Add(entry.GrainId.GetUniformHashCode());
        }

        hashes.Sort();
        await Reads(hashes[3], hashes[9], hashes[4..10]); // without the first bound, with the last
        await Reads(hashes[15], hashes[2], [.. hashes[..3], .. hashes[16..]]);
        await Reads(0, 0, hashes); // one silo has the whole ring
        await Reads(hashes[5], hashes[5], hashes);

        async Task Reads(uint begin, uint end, List<uint> expected) =>
            Assert.Equal(
                expected,
                (await table.ReadRows(begin, end))
                    .Reminders.Select(reminder => reminder.GrainId.GetUniformHashCode())
                    .Order()
            );
    }

    private static ReminderEntry Entry(int grain, string name) =>
        new()
        {
            GrainId = GrainId.Create("clock", $"{grain}"),
            ReminderName = name,
            StartAt = Some.Noon.UtcDateTime,
            Period = TimeSpan.FromMinutes(1),
        };
}
