using System.Data.Common;
using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Backups;

/// <summary>Which tables hold what is known, in either database.</summary>
internal static class Tables
{
    // What the cluster's processes know of each other, and which scripts have run: a restored system finds out by itself.
    private static readonly string[] Passing =
    [
        "schemaversions",
        "silo_cluster",
        "silo",
        "silo_reminder",
        "reminder",
        "orleansquery",
    ];

    /// <summary>In the alphabet's order.</summary>
    public static async Task<IReadOnlyList<string>> Known(DbConnection connection, bool isSqlite)
    {
        var all = await connection.QueryAsync<string>(
            isSqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
        );
        return [.. all.Where(name => !Passing.Contains(name.ToLowerInvariant())).Order(StringComparer.Ordinal)];
    }

    /// <summary>Those whose rows only use makes: a database where they are empty was never used.</summary>
    public static IReadOnlyList<string> OfUse { get; } = ["record", "journal", "credential", "protection_key"];

    /// <summary>The number of the last migration that ran.</summary>
    public static async Task<string> Schema(DbConnection connection) =>
        (await connection.QueryAsync<string>("SELECT scriptname FROM schemaversions"))
            .Select(Migrations.Number)
            .Max(StringComparer.Ordinal)
        ?? "";
}
