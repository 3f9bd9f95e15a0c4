using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Matchmaker.Grains.Storage;

/// <summary>Many rows in few statements, because grouping is what makes durable writes cheap.</summary>
internal static class Rows
{
    /// <param name="columns">As in the SQL, separated by commas.</param>
    /// <param name="values">A row's values in the order of the columns.</param>
    /// <param name="then">What follows the rows, such as <c>ON CONFLICT …</c>.</param>
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

    /// <summary>Reads the rows of a table whose two key columns have one of these values; each wanted key at most once.</summary>
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
        // A join and not IN, because SQLite would read the whole table for a pair that is IN a list.
        using var statement = new Statement(
            transaction,
            list =>
                $"SELECT {columns} FROM (VALUES {list}) wanted JOIN {table} t ON t.{keys.Item1} = wanted.column1 AND t.{keys.Item2} = wanted.column2"
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

    // Because PostgreSQL pays for each round trip; SQLite has none, but pays for each new text and for each name in it.
    private static int PerStatement(DbTransaction transaction) => transaction is SqliteTransaction ? 1 : 64;

    /// <summary>One statement for lists of rows, kept as long as the lists are of one length.</summary>
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

            var at = 0;
            foreach (var row in rows)
            {
                foreach (var value in row)
                    _command.Parameters[at++].Value = value ?? DBNull.Value;
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
