using System.Data.Common;
using System.Text.Json;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Backups;

/// <summary>Restores a backup into an empty SQLite or PostgreSQL database, completely or not at all.</summary>
public static class Restore
{
    private const int RowsAtOnce = 512;

    /// <returns>The number of restored rows.</returns>
    /// <exception cref="SettingException">The database is not usable or not empty.</exception>
    /// <exception cref="InvalidDataException">The file is not a complete backup, or of a later release, or its journal
    /// is broken; nothing was changed.</exception>
    public static async Task<long> Read(string? setting, string path)
    {
        var (head, end) = await BackupFile.Check(path);
        if (string.CompareOrdinal(head.Schema, Migrations.Last) > 0)
            throw new InvalidDataException("the backup is of a later release");
        await using var database = await Database.Start(setting);
        await CheckIsEmpty(database);
        await database.Write(
            async (connection, transaction) =>
            {
                foreach (var table in await Tables.Known(connection, database.IsSqlite))
                    // Rows that migrations inserted.
                    await connection.ExecuteAsync($"DELETE FROM {table}", transaction: transaction);
                var rows = await Insert(transaction, path);
                if (
                    rows.Count != end.Rows.Count
                    || rows.Any(table => end.Rows.GetValueOrDefault(table.Key, -1) != table.Value)
                )
                    throw new InvalidDataException("the row counts of the file are wrong");
                // Before the commit, so that a broken journal changes nothing.
                var report = await JournalChain.Verify(connection);
                if (
                    !report.IsWhole
                    || report.Whole != end.Sequence
                    || (await JournalWriter.End(connection)).Hash != end.Hash
                )
                    throw new InvalidDataException(
                        $"the journal of the backup is valid only up to entry {report.Whole}"
                    );
                return true;
            }
        );
        return end.Rows.Values.Sum();
    }

    private static async Task CheckIsEmpty(Database database)
    {
        await using var connection = await database.Open();
        foreach (var table in Tables.EmptyUntilUsed)
        {
            if (
                await connection.ExecuteScalarAsync<long>(
                    $"SELECT COUNT(*) FROM (SELECT 1 AS x FROM {table} LIMIT 1) used"
                ) > 0
            )
                throw new SettingException(
                    Database.Setting,
                    "a backup can be restored only into an empty database, and this database has data"
                );
        }
    }

    private static async Task<Dictionary<string, long>> Insert(DbTransaction transaction, string path)
    {
        var known = await Tables.Known(transaction.Connection!, transaction is Microsoft.Data.Sqlite.SqliteTransaction);
        var (rows, table, waiting) = (
            new Dictionary<string, long>(),
            (BackupTable?)null,
            new List<object?[]>(RowsAtOnce)
        );
        await foreach (var line in BackupFile.Lines(path))
        {
            if (line[0] == '[')
            {
                waiting.Add(Row(line));
                rows[table!.Table]++;
                if (waiting.Count < RowsAtOnce)
                    continue;
            }

            if (table is not null && waiting.Count > 0)
                await Rows.Insert(transaction, table.Table, string.Join(", ", table.Columns), waiting, row => row);
            waiting.Clear();
            if (line[0] == '{' && JsonSerializer.Deserialize<BackupTable>(line) is { Table: not null } next)
            {
                table =
                    known.Contains(next.Table) && next.Columns.All(IsName)
                        ? next
                        : throw new InvalidDataException($"the file has an unknown table {next.Table}");
                rows[table.Table] = 0;
            }
        }

        return rows;
    }

    // Column names of the file become part of SQL statements, so nothing but a plain name is accepted.
    private static bool IsName(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static object?[] Row(byte[] line)
    {
        using var row = JsonDocument.Parse(line);
        return [.. row.RootElement.EnumerateArray().Select(Value)];
    }

    private static object? Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText().Contains('E', StringComparison.Ordinal)
                ? value.GetDouble()
                : value.GetInt64(),
            _ => throw new InvalidDataException("the file has a value of an unknown type"),
        };
}
