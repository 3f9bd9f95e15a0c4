using System.Data.Common;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Grains.Telemetry;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Matchmaker.Grains.Storage;

/// <summary>
/// The database: a SQLite file that this process locks, or a PostgreSQL database.
/// SQL is written for both; <see cref="IsSqlite"/> is for the few places where they differ.
/// </summary>
public sealed class Database : IAsyncDisposable, IDisposable
{
    /// <summary>The setting that names the database.</summary>
    public const string Setting = "Matchmaker:Database";

    /// <summary>PostgreSQL's driver, by the name that Orleans' ADO.NET providers use.</summary>
    public const string Provider = "Npgsql";

    /// <summary>The database if the setting is missing.</summary>
    public const string Default = "Data Source=matchmaker.db";

    // Concurrent SQLite writers poll for the lock, for up to seconds; a queue avoids that.
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly PostgresServer? _postgres;
    private readonly SqliteFile? _file;

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private Database(string connectionString, PostgresServer? postgres, SqliteFile? file)
    {
        ConnectionString = connectionString;
        _postgres = postgres;
        _file = file;
    }

    public bool IsSqlite => _postgres is null;

    /// <summary>For SQLite, with the full path of the file.</summary>
    public string ConnectionString { get; }

    /// <summary>Opens the database, migrates its schema, and locks a SQLite file until disposed.</summary>
    /// <exception cref="SettingException">The database cannot be opened; the message names the setting and fits one
    /// line.</exception>
    public static async Task<Database> Start(string? setting, CancellationToken cancellation = default)
    {
        var database = IsPostgres(setting)
            ? Postgres(setting!)
            : Sqlite(setting is { Length: > 0 } ? setting : Default);
        try
        {
            await Migrations.Run(database, cancellation);
            return database;
        }
        catch (Exception failure)
            when (failure is DbException or InvalidOperationException or IOException or TimeoutException)
        {
            await database.DisposeAsync();
            throw Unusable(failure);
        }
    }

    /// <summary>Whether no record was ever written.</summary>
    public async Task<bool> IsEmpty()
    {
        await using var connection = await Open();
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM (SELECT 1 FROM record LIMIT 1) r") == 0;
    }

    /// <summary>
    /// Opens a database for reading beside the processes that use it: without migration and without locking the file.
    /// </summary>
    /// <exception cref="SettingException">The database cannot be opened.</exception>
    public static Database Read(string? setting)
    {
        if (IsPostgres(setting))
            return Postgres(setting!);
        var settings = SqliteSettings(setting is { Length: > 0 } ? setting : Default);
        settings.Mode = SqliteOpenMode.ReadOnly;
        return File.Exists(settings.DataSource)
            ? new(settings.ConnectionString, null, null)
            : throw new SettingException(Setting, $"{settings.DataSource} does not exist");
    }

    /// <summary>Waits until a silo has migrated a PostgreSQL database, for a process that is only a client.</summary>
    /// <exception cref="SettingException">The database cannot be opened, or no silo started within
    /// <paramref name="timeout"/>.</exception>
    public static async Task WaitForSchema(
        string setting,
        TimeSpan timeout,
        TimeProvider time,
        CancellationToken cancellation = default
    )
    {
        await using var database = Postgres(setting);
        try
        {
            for (
                var start = time.GetTimestamp();
                time.GetElapsedTime(start) < timeout;
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation)
            )
            {
                await using var connection = await database.Open(cancellation);
                if (await connection.ExecuteScalarAsync<bool>("SELECT to_regclass('orleansquery') IS NOT NULL"))
                    return;
            }
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            throw Unusable(failure);
        }

        throw new SettingException(Setting, "no silo has started on this database yet; start a silo first");
    }

    /// <summary>
    /// An open connection for reading; the caller disposes it. Waits some seconds for a PostgreSQL server that is away.
    /// </summary>
    public async Task<DbConnection> Open(CancellationToken cancellation = default)
    {
        if (_postgres is not null)
            return await _postgres.Open(cancellation);

        var connection = new SqliteConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await connection.ExecuteAsync("PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction, committed when it returns and rolled back when it throws.
    /// </summary>
    public async Task<T> Write<T>(
        Func<DbConnection, DbTransaction, Task<T>> work,
        CancellationToken cancellation = default
    )
    {
        if (IsSqlite)
            await _writer.WaitAsync(cancellation);
        try
        {
            using var span = Metrics.Spans.StartActivity("database write");
            await using var connection = await Open(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var result = await work(connection, transaction);
            await transaction.CommitAsync(cancellation);
            return result;
        }
        catch (Exception failure)
        {
            Note(failure);
            throw;
        }
        finally
        {
            if (IsSqlite)
                _writer.Release();
        }
    }

    /// <summary>Whether a statement has met a damaged page since the start.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>
    /// Learns from a failure. If the server went away, the connection pool is cleared, since each pooled connection
    /// would fail once.
    /// </summary>
    public void Note(Exception failure)
    {
        IsDamaged |= StoreExceptionFilter.IsDamage(failure);
        if (StoreExceptionFilter.IsServerGone(failure))
            _postgres?.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        Release();
    }

    public void Dispose()
    {
        _postgres?.Dispose();
        Release();
    }

    /// <summary>Whether the setting names a PostgreSQL database; null and empty name a SQLite file.</summary>
    public static bool IsPostgres(string? setting) =>
        setting is not null
        && (
            setting.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            || setting.Contains("Server=", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>
    /// The connection string for Orleans' ADO.NET providers. Each connection string has its own pool, kept small, since
    /// all pools together must stay below max_connections.
    /// </summary>
    /// <param name="setting">Names a PostgreSQL database.</param>
    public static string ForProviders(string setting) =>
        new NpgsqlConnectionStringBuilder(setting)
        {
            MaxPoolSize = 5,
            ApplicationName = "matchmaker cluster",
        }.ConnectionString;

    private static Database Postgres(string setting)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(setting);
            if (!settings.ContainsKey("Maximum Pool Size"))
                settings.MaxPoolSize = 20; // All processes together must stay below max_connections.
            if (!settings.ContainsKey("Max Auto Prepare"))
                settings.MaxAutoPrepare = 32; // The journal and the grains repeat a few statements all day.
            return new(settings.ConnectionString, new(NpgsqlDataSource.Create(settings.ConnectionString)), null);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw Invalid(setting, wrong);
        }
    }

    private static Database Sqlite(string setting)
    {
        var settings = SqliteSettings(setting);
        return new(settings.ConnectionString, null, SqliteFile.Lock(settings.DataSource));
    }

    private static SqliteConnectionStringBuilder SqliteSettings(string setting)
    {
        try
        {
            var settings = new SqliteConnectionStringBuilder(setting) { ForeignKeys = true };
            if (settings.DataSource.Length == 0)
                throw new SettingException(
                    Setting,
                    "names no database (Data Source=... for SQLite, Host=... for PostgreSQL)"
                );
            settings.DataSource = SqliteFile.Locate(settings.DataSource);
            return settings;
        }
        catch (ArgumentException wrong)
        {
            throw Invalid(setting, wrong);
        }
    }

    // A driver quotes unknown keywords, and behind a semicolon the rest of a password looks like a keyword.
    private static SettingException Invalid(string setting, Exception wrong) =>
        setting.Contains("Pass", StringComparison.OrdinalIgnoreCase)
        || setting.Contains("Pwd", StringComparison.OrdinalIgnoreCase)
            ? new(Setting, "a keyword or value is invalid (quote a password that contains ; or =)")
            : new(Setting, OneLine(wrong), wrong);

    private static SettingException Unusable(Exception failure) =>
        new(Setting, $"the database cannot be used: {OneLine(failure)}", failure);

    private static string OneLine(Exception failure) => failure.Message.ReplaceLineEndings(" ");

    private void Release()
    {
        if (_file is null)
            return;
        using (var pooled = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(pooled);
        _file.Dispose();
        _writer.Dispose();
    }
}
