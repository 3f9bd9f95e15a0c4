using System.Data.Common;
using System.Text.Json;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Backups;

/// <summary>Puts a backup into an empty database, of either kind: all of it or nothing.</summary>
public static class Restore
{
    private const int RowsAtOnce = 512;

    /// <returns>How many rows were restored.</returns>
    /// <exception cref="SettingException">The database cannot be used or is not empty.</exception>
    /// <exception cref="InvalidDataException">The file is no whole backup, of a later release, or its journal is not whole; nothing was changed.</exception>
    public static async Task<long> Read(string? setting, string path)
    {
        var (head, end) = await BackupFile.Check(path);
        if (string.CompareOrdinal(head.Schema, Migrations.Last) > 0)
            throw new InvalidDataException("it is of a later release");
        await using var database = await Database.Start(setting);
        await CheckIsUnused(database);
        await database.Write(
            async (connection, transaction) =>
            {
                foreach (var table in await Tables.Known(connection, database.IsSqlite))
                    await connection.ExecuteAsync($"DELETE FROM {table}", transaction: transaction); // what the migrations put there
                var rows = await Insert(transaction, path);
                if (
                    rows.Count != end.Rows.Count
                    || rows.Any(table => end.Rows.GetValueOrDefault(table.Key, -1) != table.Value)
                )
                    throw new InvalidDataException("it holds other numbers of rows than it says");
                // Before the commit, so that a journal that is not whole changes nothing.
                var report = await JournalChain.Verify(connection);
                if (
                    report.FirstBad is not null
                    || report.Whole != end.Sequence
                    || (await JournalWriter.End(connection)).Hash != end.Hash
                )
                    throw new InvalidDataException($"its journal is whole up to entry {report.Whole} alone");
                return true;
            }
        );
        return end.Rows.Values.Sum();
    }

    private static async Task CheckIsUnused(Database database)
    {
        await using var connection = await database.Open();
        foreach (var table in Tables.OfUse)
        {
            if (
                await connection.ExecuteScalarAsync<long>(
                    $"SELECT COUNT(*) FROM (SELECT 1 AS one FROM {table} LIMIT 1) used"
                ) > 0
            )
                throw new SettingException(
                    Database.Setting,
                    "a backup goes only into an empty database, and this one is not"
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
                        : throw new InvalidDataException($"it has a table {next.Table}");
                rows[table.Table] = 0;
            }
        }

        return rows;
    }

    // Because what is put into a statement's text must be a name and nothing else, whoever made the file.
    private static bool IsName(string text) =>
        text.Length > 0 && text.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '_');

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
            _ => throw new InvalidDataException("it has a value that no table holds"),
        };
}
