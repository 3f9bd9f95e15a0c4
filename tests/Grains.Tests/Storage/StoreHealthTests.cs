using Dapper;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Tests.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaker.Grains.Tests.Storage;

/// <summary>What makes the readiness of a host red: nothing can be written, or pages are damaged.</summary>
public sealed class StoreHealthTests
{
    private const int PageSize = 4096;

    private readonly FakeTimeProvider _time = new();

    [Theory, OnBoth]
    public async Task A_sound_database_has_no_fault(Store store)
    {
        using var place = await Place.On(store);
        await using var database = await place.Start();

        Assert.Null(await new StoreHealth(database, _time).Fault());
    }

    [Fact]
    public async Task A_file_that_can_only_be_read_has_a_fault()
    {
        using var place = await Place.On(Store.Sqlite);
        await using (await place.Start()) { }
        await using var database = Database.Read(place.Setting);

        Assert.Contains("cannot be written", await new StoreHealth(database, _time).Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_page_is_found_at_the_first_look_and_at_a_later_one()
    {
        using var place = await Place.On(Store.Sqlite);
        string path;
        await using (var database = await place.Start())
        {
            path = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
            await Fill(database);
            var health = new StoreHealth(database, _time);
            Assert.Null(await health.Fault());

            await Damage(path);
            _time.Advance(TimeSpan.FromMinutes(11));
            Assert.Contains("damaged", await health.Fault(), StringComparison.Ordinal);
        }

        await using var again = await place.Start();
        Assert.Contains("damaged", await new StoreHealth(again, _time).Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_meets_a_damaged_page_is_remembered()
    {
        using var place = await Place.On(Store.Sqlite);
        await using var database = await place.Start();

        await Assert.ThrowsAsync<SqliteException>(() =>
            database.Write<int>((_, _) => throw new SqliteException("database disk image is malformed", 11))
        );

        Assert.True(database.IsDamaged);
        Assert.Contains("damaged", await new StoreHealth(database, _time).Fault(), StringComparison.Ordinal);
    }

    private static Task<bool> Fill(Database database) =>
        database.Write(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("CREATE TABLE filler (text TEXT)", transaction: transaction);
                await connection.ExecuteAsync(
                    """
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
                    INSERT INTO filler SELECT hex(randomblob(1000)) FROM n
                    """,
                    transaction: transaction
                );
                return true;
            }
        );

    // The pages of the filler are the file's last ones. They reach the file only by a checkpoint.
    private static async Task Damage(string path)
    {
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Seek(-40 * PageSize, SeekOrigin.End);
        await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 20 * PageSize).ToArray());
    }
}
