using Dapper;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Journal;

public sealed class JournalChainTests
{
    [Theory, OnBoth]
    public Task Finds_an_altered_entry_by_its_number(Store store) =>
        Finds(store, "UPDATE journal SET after = '{\"public\":true}' WHERE sequence = 4", new(3, 4, false));

    [Theory, OnBoth]
    public Task Finds_a_changed_actor(Store store) =>
        Finds(store, "UPDATE journal SET actor = 'nobody' WHERE sequence = 2", new(1, 2, false));

    [Theory, OnBoth]
    public Task Finds_a_missing_entry(Store store) =>
        Finds(store, "DELETE FROM journal WHERE sequence = 5", new(4, 5, true));

    [Theory, OnBoth]
    public Task Finds_a_missing_first_entry(Store store) =>
        Finds(store, "DELETE FROM journal WHERE sequence = 1", new(0, 1, true));

    [Theory, OnBoth]
    public Task Finds_missing_last_entries(Store store) =>
        Finds(store, "DELETE FROM journal WHERE sequence > 6", new(6, 7, true));

    [Theory, OnBoth]
    public Task Finds_entries_in_another_order(Store store) =>
        Finds(
            store,
            """
            UPDATE journal SET sequence = -3 WHERE sequence = 3;
            UPDATE journal SET sequence = 3 WHERE sequence = 6;
            UPDATE journal SET sequence = 6 WHERE sequence = -3
            """,
            new(2, 3, false)
        );

    private static async Task Finds(Store store, string harm, ChainReport expected)
    {
        using var place = await Place.On(store);
        await using var database = await place.Start();
        var writer = new JournalWriter(database);
        var end = await writer.End(CancellationToken.None);
        for (var i = 1; i <= 8; i++)
        {
            var attempt = new Attempt(end, [new([Some.Write($"r{i}", 0)])], Some.Noon);
            await writer.Commit(attempt, CancellationToken.None);
            end = attempt.After!;
        }

        Assert.Equal(new ChainReport(8, null, false), await JournalChain.Verify(database));

        await using (var connection = await database.Open())
            await connection.ExecuteAsync(harm);

        Assert.Equal(expected, await JournalChain.Verify(database));
    }
}
