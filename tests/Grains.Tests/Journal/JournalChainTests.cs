using System.Text;
using Dapper;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Tests.Setup;
using Microsoft.Data.Sqlite;

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

    /// <summary>SQLite keeps any type in any column, but a text in a column of texts.</summary>
    [Theory]
    [InlineData("change", "'x'")]
    [InlineData("version", "1.5")]
    [InlineData("visible", "x'00'")]
    [InlineData("at", "x'00'")]
    [InlineData("actor", "x'00'")]
    [InlineData("kind", "x'00'")]
    [InlineData("id", "x'00'")]
    [InlineData("parent", "x'00'")]
    [InlineData("owner", "x'00'")]
    [InlineData("cleared", "x'00'")]
    [InlineData("before", "x'00'")]
    [InlineData("after", "x'00'")]
    [InlineData("hash", "x'00'")]
    public Task Finds_a_value_of_a_wrong_type(string column, string value) =>
        Finds(Store.Sqlite, $"UPDATE journal SET {column} = {value} WHERE sequence = 4", new(3, 4, false));

    [Theory]
    [InlineData("'x'")]
    [InlineData("x'00'")]
    [InlineData("4.5")]
    public Task Finds_an_entry_whose_number_is_none(string value) =>
        Finds(Store.Sqlite, $"UPDATE journal SET sequence = {value} WHERE sequence = 4", new(3, 4, true));

    [Theory, OnBoth]
    public Task Finds_a_record_that_is_not_as_its_last_entry_left_it(Store store) =>
        Finds(
            store,
            "UPDATE record SET body = '{\"public\":true}' WHERE sequence = 5",
            new(8, 5, false) { Record = "owner r5" }
        );

    [Theory, OnBoth]
    public async Task Finds_each_change_of_a_record_that_no_entry_tells(Store store)
    {
        foreach (
            var change in new[] { "version = 7", "visible = 1 - visible", "cleared = '|a@b|'", "owner = 'firms/f9'" }
        )
            await Finds(
                store,
                $"UPDATE record SET {change} WHERE sequence = 5",
                new(8, 5, false) { Record = "owner r5" }
            );
    }

    [Theory, OnBoth]
    public Task Finds_a_record_that_is_gone(Store store) =>
        Finds(store, "DELETE FROM record WHERE sequence = 5", new(8, 5, false) { Record = "owner r5" });

    [Theory, OnBoth]
    public Task Finds_a_record_that_was_put_back_to_an_earlier_entry(Store store) =>
        Finds(store, "UPDATE record SET sequence = 2 WHERE sequence = 5", new(8, 2, false) { Record = "owner r5" });

    [Fact]
    public async Task Finds_the_entry_of_a_damaged_page()
    {
        using var place = await Place.On(Store.Sqlite);
        string path;
        await using (var database = await place.Start())
        {
            await Write(database, 400);
            path = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
            await using var connection = await database.Open();
            await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        var (page, entry) = await PageInTheMiddle(path);
        await using (var file = File.OpenWrite(path))
        {
            file.Position = (page - 1) * 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xee, 4096).ToArray());
        }

        await using var damaged = Database.Read(place.Setting);
        var report = await JournalChain.Verify(damaged);
        Assert.False(report.IsWhole);
        Assert.True(report.IsUnreadable);
        Assert.InRange(report.FirstBad!.Value, entry - 60, entry);
        Assert.Equal(report.FirstBad - 1, report.Whole);
    }

    private static async Task Finds(Store store, string harm, ChainReport expected)
    {
        using var place = await Place.On(store);
        await using var database = await place.Start();
        await Write(database, 8);
        Assert.Equal(new ChainReport(8, null, false), await JournalChain.Verify(database));

        await using (var connection = await database.Open())
            await connection.ExecuteAsync(harm);

        Assert.Equal(expected, await JournalChain.Verify(database));
    }

    private static async Task Write(Database database, int entries)
    {
        var writer = new JournalWriter(database);
        var end = await writer.End(CancellationToken.None);
        for (var i = 1; i <= entries; i++)
        {
            var attempt = new Attempt(end, [new([Some.Write($"r{i}", 0)])], Some.Noon);
            await writer.Commit(attempt, CancellationToken.None);
            end = attempt.After!;
        }
    }

    /// <summary>A page of entries, and the last entry on it: found by the bytes of its hash.</summary>
    private static async Task<(long Page, long Entry)> PageInTheMiddle(string path)
    {
        const long Middle = 200;
        await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var hash = await connection.ExecuteScalarAsync<string>(
            "SELECT hash FROM journal WHERE sequence = @Middle",
            new { Middle }
        );
        var bytes = await File.ReadAllBytesAsync(path);
        return ((bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(hash!)) / 4096) + 1, Middle);
    }
}
