using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Matchmaker.Grains.Storage;

/// <summary>Reads and writes many rows with few statements.</summary>
internal static class Rows
{
    /// <param name="columns">Column names, separated by commas.</param>
    /// <param name="values">The values of a row in the order of the columns.</param>
    /// <param name="then">The SQL after the rows, such as <c>ON CONFLICT …</c>.</param>
    public static async Task Insert<T>(
        DbTransaction transaction,
        string table,
        string columns,
        IEnumerable<T> rows,
        Func<T, object?[]> values,
        string then = ""
    )
    {
        using var statement = new Statement(
            transaction,
            list => $"INSERT INTO {table} ({columns}) VALUES {list} {then}"
        );
        foreach (var chunk in rows.Select(values).Chunk(PerStatement(transaction)))
            await statement.Of(chunk).ExecuteNonQueryAsync();
    }

    /// <summary>Reads the rows whose two key columns equal one of the wanted keys, which must be distinct.</summary>
    public static async Task<List<TRow>> Select<TKey, TRow>(
        DbTransaction transaction,
        string table,
        string columns,
        (string, string) keys,
        IEnumerable<TKey> wanted,
        Func<TKey, object?[]> values,
        Func<DbDataReader, Func<DbDataReader, TRow>> parser
    )
    {
        // A join, since SQLite scans the whole table for a pair that is IN a list.
        using var statement = new Statement(
            transaction,
            list =>
                $"SELECT {columns} FROM (VALUES {list}) wanted JOIN {table} t "
                + $"ON t.{keys.Item1} = wanted.column1 AND t.{keys.Item2} = wanted.column2"
        );
        var found = new List<TRow>();
        foreach (var chunk in wanted.Select(values).Chunk(PerStatement(transaction)))
        {
            await using var reader = await statement.Of(chunk).ExecuteReaderAsync();
            var read = parser(reader);
            while (await reader.ReadAsync())
                found.Add(read(reader));
        }

        return found;
    }

    // PostgreSQL pays for round trips. SQLite has none, but pays for each new statement and each parameter in it.
    private static int PerStatement(DbTransaction transaction) => transaction is SqliteTransaction ? 1 : 64;

    /// <summary>A prepared statement, reused while the number of rows stays the same.</summary>
    private sealed class Statement(DbTransaction transaction, Func<string, string> sql) : IDisposable
    {
        private DbCommand? _command;
        private int _rows;

        public DbCommand Of(object?[][] rows)
        {
            if (_command is null || _rows != rows.Length)
            {
                _command?.Dispose();
                _command = Make(rows);
                _rows = rows.Length;
            }

            var index = 0;
            foreach (var row in rows)
            {
                foreach (var value in row)
                    _command.Parameters[index++].Value = value ?? DBNull.Value;
            }

            return _command;
        }

        public void Dispose() => _command?.Dispose();

        private DbCommand Make(object?[][] rows)
        {
            var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            var list = new StringBuilder();
            foreach (var row in rows)
                list.Append(list.Length == 0 ? "(" : ",(")
                    .AppendJoin(',', row.Select(_ => Parameter(command)))
                    .Append(')');
            command.CommandText = sql(list.ToString());
            return command;
        }

        private static string Parameter(DbCommand command)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
            command.Parameters.Add(parameter);
            return parameter.ParameterName;
        }
    }
}
