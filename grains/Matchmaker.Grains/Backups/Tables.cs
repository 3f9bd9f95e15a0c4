using System.Data.Common;
using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Backups;

/// <summary>The tables that a backup contains.</summary>
internal static class Tables
{
    // Membership, reminders, readiness and the list of migrations: a restored system creates them itself.
    private static readonly string[] Excluded =
    [
        "schemaversions",
        "silo_cluster",
        "silo",
        "silo_reminder",
        "reminder",
        "orleansquery",
        "readiness",
    ];

    /// <summary>The names of the tables in alphabetical order.</summary>
    public static async Task<IReadOnlyList<string>> Known(DbConnection connection, bool isSqlite)
    {
        var all = await connection.QueryAsync<string>(
            isSqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                : """
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                """
        );
        return [.. all.Where(name => !Excluded.Contains(name.ToLowerInvariant())).Order(StringComparer.Ordinal)];
    }

    /// <summary>Tables without rows from migrations: if they are empty, the database was never used.</summary>
    public static IReadOnlyList<string> EmptyUntilUsed { get; } = ["record", "journal", "credential", "protection_key"];

    /// <summary>The number of the last migration that ran.</summary>
    public static async Task<string> Schema(DbConnection connection) =>
        (await connection.QueryAsync<string>("SELECT scriptname FROM schemaversions"))
            .Select(Migrations.Number)
            .Max(StringComparer.Ordinal)
        ?? "";
}
