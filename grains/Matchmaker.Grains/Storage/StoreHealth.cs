using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Matchmaker.Grains.Storage;

/// <summary>
/// Whether the database can be written and its pages are whole. The answer is at most two seconds old, however often
/// it is asked for; a SQLite file is read as a whole at first and then every ten minutes.
/// </summary>
public sealed class StoreHealth(Database database, TimeProvider time)
{
    private const string Damaged = "pages of the database are damaged";

    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxAgeOfPages = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private readonly Lock _turn = new();
    private (long At, Task<string?> Fault)? _writing;
    private (long At, Task<string?> Fault)? _pages;

    /// <summary>What is wrong; null: nothing.</summary>
    public async Task<string?> Fault()
    {
        if (database.IsDamaged)
            return Damaged;
        var (writing, pages) = (Current(ref _writing, MaxAge, Write), Current(ref _pages, MaxAgeOfPages, CheckPages));
        var faults = await Task.WhenAll(writing, pages);
        return faults[0] ?? faults[1];
    }

    private Task<string?> Current(ref (long At, Task<string?> Fault)? last, TimeSpan maxAge, Func<Task<string?>> check)
    {
        lock (_turn)
        {
            // A check that still runs is not doubled.
            if (last is not { } known || (known.Fault.IsCompleted && time.GetElapsedTime(known.At) > maxAge))
                last = known = (time.GetTimestamp(), Task.Run(check));
            return known.Fault;
        }
    }

    private async Task<string?> Write()
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        try
        {
            var at = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
            await database
                .Write(
                    (connection, transaction) =>
                        connection.ExecuteAsync(
                            """
                            INSERT INTO readiness (id, written_at) VALUES (1, @at)
                            ON CONFLICT (id) DO UPDATE SET written_at = @at
                            """,
                            new { at },
                            transaction
                        ),
                    timeout.Token
                )
                .WaitAsync(timeout.Token);
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return $"the database cannot be written: {failure.GetType().Name}";
        }
    }

    private async Task<string?> CheckPages()
    {
        if (!database.IsSqlite)
            return null; // A PostgreSQL server with checksums tells of damage when a page is read.
        try
        {
            var settings = new SqliteConnectionStringBuilder(database.ConnectionString)
            {
                Pooling = false, // a pooled connection may have the pages in its cache
                Mode = SqliteOpenMode.ReadOnly,
            };
            await using var connection = new SqliteConnection(settings.ConnectionString);
            await connection.OpenAsync();
            return await connection.ExecuteScalarAsync<string>("PRAGMA quick_check(1)") is "ok" ? null : Damaged;
        }
        catch (DbException failure)
        {
            return $"the database cannot be read: {failure.GetType().Name}";
        }
    }
}
