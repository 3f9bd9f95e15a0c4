using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Storage;
using Microsoft.Data.Sqlite;

namespace Matchmaker.Grains.Backups;

/// <summary>
/// A consistent copy of all data in one file, from which either database can be restored. The system keeps running
/// while it is written. The cluster's membership is not part of it.
/// </summary>
public static class Backup
{
    /// <summary>Writes a backup. The file appears when it is complete, and only its owner can read it.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="SettingException">The database cannot be read.</exception>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public static async Task<long> Write(string? setting, string path, TimeProvider time)
    {
        if (File.Exists(path))
            throw new IOException("the file exists already");
        await using var database = Database.Read(setting);
        var part = path + ".part";
        try
        {
            long rows;
            await using (var file = Create(part))
            {
                rows = await Write(database, file, time);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path);
            return rows;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }

    private static async Task<long> Write(Database database, Stream file, TimeProvider time)
    {
        await using var connection = await database.Open();
        // One read transaction, so that all tables are consistent.
        await using DbTransaction snapshot = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await using var writer = new BackupFile.Writer(file);
        await writer.Line(
            new BackupHead(BackupFile.Format, await Tables.Schema(connection), JournalEntry.Text(time.GetUtcNow()))
        );
        var rows = new Dictionary<string, long>();
        foreach (var table in await Tables.Known(connection, database.IsSqlite))
            rows[table] = await Rows(connection, table, writer);
        await writer.End(rows, await JournalWriter.End(connection));
        return rows.Values.Sum();
    }

    private static async Task<long> Rows(DbConnection connection, string table, BackupFile.Writer writer)
    {
        await using var reader = await connection.ExecuteReaderAsync($"SELECT * FROM {table}", commandTimeout: 0);
        await writer.Line(new BackupTable(table, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]));
        var buffer = new MemoryStream();
        var rows = 0L;
        for (; await reader.ReadAsync(); rows++)
        {
            buffer.SetLength(0);
            Write(buffer, reader);
            await writer.Raw(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        }

        return rows;
    }

    private static void Write(MemoryStream buffer, DbDataReader reader)
    {
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            switch (reader.GetValue(i))
            {
                case DBNull:
                    json.WriteNullValue();
                    break;
                case string text:
                    json.WriteStringValue(text);
                    break;
                case double number:
                    json.WriteRawValue(number.ToString("E16", System.Globalization.CultureInfo.InvariantCulture));
                    break;
                case long or int or short:
                    json.WriteNumberValue(reader.GetInt64(i));
                    break;
                case var other:
                    throw new InvalidOperationException(
                        $"Column {reader.GetName(i)} has the type {other.GetType().Name}, which backups do not support."
                    );
            }
        }

        json.WriteEndArray();
    }
}
