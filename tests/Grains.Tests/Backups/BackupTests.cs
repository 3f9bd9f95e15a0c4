using System.Text.Json;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Backups;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Silo.Sample;
using Matchmaker.Silo.Sample.Buildings;
using Matchmaker.Silo.Sample.Firms;

namespace Matchmaker.Grains.Tests.Backups;

/// <summary>What is written today must be there after the fire.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mm-backup-").FullName;

    private string FilePath => Path.Combine(_folder, "today.backup");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Store.Sqlite, Store.Sqlite)]
    [InlineData(Store.Sqlite, Store.Postgres)]
    [InlineData(Store.Postgres, Store.Sqlite)]
    [InlineData(Store.Postgres, Store.Postgres)]
    public async Task A_backup_restores_everything_into_either_database_and_the_system_runs_on_it(Store from, Store to)
    {
        using var source = await Place.On(from);
        using var target = await Place.On(to);
        DemandMatches before;
        await using (var system = await TestSystem.On(source))
        {
            await new SampleFill(system.Grains, system.Time).Run(40, CancellationToken.None);
            await SampleAccounts.Set(system.Grains, SampleEnterprises.First, SampleFirms.First, SampleOwners.First);
            before = await Matches(system);
            await Backup.Write(source.Setting, FilePath, system.Time); // while it runs
        }

        await Restore.Read(target.Setting, FilePath);

        Assert.Equal(await Contents(source), await Contents(target));
        await using var restored = await TestSystem.On(target);
        Assert.Equal(
            JsonSerializer.Serialize(before.Matches, RecordJson.Options),
            JsonSerializer.Serialize((await Matches(restored)).Matches, RecordJson.Options)
        );
        Assert.Null((await JournalChain.Verify(restored.Database)).FirstBad);
        var building = await restored.Grains.Building(SampleBuildings.Real.First().Id).Get(Caller.System);
        await restored
            .Grains.Building(building.Id)
            .Put(Caller.System, building with { Public = !building.Public }, building.Version, chosen: true);
    }

    [Theory, OnBoth]
    public async Task A_backup_is_consistent_while_writes_continue(Store store)
    {
        using var source = await Place.On(store);
        using var target = await Place.On(store);
        await using (var system = await TestSystem.On(source))
        {
            using var stop = new CancellationTokenSource();
            var written = 0;
            var writing = Task.Run(async () =>
            {
                for (; !stop.IsCancellationRequested; Interlocked.Increment(ref written))
                    await system.Grains.Journal().Commit([Some.Write($"r{written}", 0), Some.Write($"s{written}", 0)]);
            });
            await Eventually.Until("some pairs are written", () => Volatile.Read(ref written) >= 20);
            await Backup.Write(source.Setting, FilePath, system.Time);
            await stop.CancelAsync();
            await writing;
        }

        await Restore.Read(target.Setting, FilePath); // which verifies the chain, its end and every count

        await using var database = await target.Start();
        await using var connection = await database.Open();
        var (records, entries) = (
            await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM record"),
            await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM journal")
        );
        Assert.True(records > 0 && records == entries && records % 2 == 0, $"{records} records, {entries} entries");
    }

    [Theory, OnBoth]
    public async Task Restoring_a_truncated_or_altered_file_changes_nothing(Store store)
    {
        using var source = await Place.On(Store.Sqlite);
        await using (var system = await TestSystem.On(source))
        {
            for (var i = 0; i < 50; i++)
                await system.Grains.Journal().Commit([Some.Write($"r{i}", 0)]);
            await Backup.Write(source.Setting, FilePath, system.Time);
        }

        using var target = await Place.On(store);
        var whole = await File.ReadAllBytesAsync(FilePath);
        foreach (
            var bad in new[]
            {
                [],
                whole[..20],
                whole[..(whole.Length / 2)],
                whole[..^9],
                Altered(whole, 12),
                Altered(whole, whole.Length / 2),
                "no backup"u8.ToArray(),
            }
        )
        {
            await File.WriteAllBytesAsync(FilePath, bad);
            await Assert.ThrowsAsync<InvalidDataException>(() => Restore.Read(target.Setting, FilePath));
        }

        await File.WriteAllBytesAsync(FilePath, whole);
        Assert.True(await Restore.Read(target.Setting, FilePath) >= 100);
    }

    [Theory, OnBoth]
    public async Task A_restore_needs_an_empty_database_and_a_backup_overwrites_no_file(Store store)
    {
        using var place = await Place.On(store);
        await using (var system = await TestSystem.On(place))
        {
            await system.Grains.Journal().Commit([Some.Write("a", 0)]);
            await Backup.Write(place.Setting, FilePath, system.Time);
            await Assert.ThrowsAsync<IOException>(() => Backup.Write(place.Setting, FilePath, system.Time));
        }

        await Assert.ThrowsAsync<SettingException>(() => Restore.Read(place.Setting, FilePath));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    private static byte[] Altered(byte[] whole, int at) =>
        [.. whole[..at], (byte)(whole[at] ^ 4), .. whole[(at + 1)..]];

    private static Task<DemandMatches> Matches(TestSystem system) =>
        system.Grains.Index("sites").Matches(Caller.System, "d1", 50);

    private static async Task<SortedDictionary<string, string>> Contents(Place place)
    {
        await using var database = await place.Start();
        await using var connection = await database.Open();
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var table in (await Tables.Known(connection, database.IsSqlite)).Where(table => table != "index_epoch")
        )
        {
            var rows = (await connection.QueryAsync($"SELECT * FROM {table}")).Select(row =>
                string.Join(
                    '|',
                    ((IDictionary<string, object?>)row).Select(cell =>
                        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cell.Key}={cell.Value}")
                    )
                )
            );
            contents[table] = string.Join('\n', rows.Order(StringComparer.Ordinal));
        }

        return contents;
    }
}
