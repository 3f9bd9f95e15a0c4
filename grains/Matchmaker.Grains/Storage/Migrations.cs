using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Builder;

namespace Matchmaker.Grains.Storage;

/// <summary>
/// The numbered scripts of <c>Storage/Migrations</c>, each run once per database. A script runs on both databases; if
/// the SQL differs, there are two files, <c>0002-name.sqlite.sql</c> and <c>0002-name.postgres.sql</c>.
/// </summary>
internal static class Migrations
{
    private const long MigrationLock = 4_718_006;

    public static async Task Run(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        // If several processes start on one PostgreSQL database, one migrates and the others wait. The lock ends with
        // the connection.
        await connection.ExecuteAsync(
            database.IsSqlite ? "PRAGMA journal_mode = WAL" : $"SELECT pg_advisory_lock({MigrationLock})"
        );

        var result = Scripts(database).Build().PerformUpgrade();
        if (result.Successful)
            await SearchTexts.Fold(connection);
        if (!database.IsSqlite)
            await connection.ExecuteAsync($"SELECT pg_advisory_unlock({MigrationLock})");
        if (!result.Successful)
            throw new InvalidOperationException($"{result.ErrorScript?.Name}: {result.Error.Message}", result.Error);
    }

    /// <summary>The number of this release's last script.</summary>
    public static string Last { get; } =
        Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.Contains(".Migrations.", StringComparison.Ordinal))
            .Select(Number)
            .Max(StringComparer.Ordinal)!;

    /// <summary>A script's number: 0006 of <c>Matchmaker.Grains.Storage.Migrations.0006-reminders.sql</c>.</summary>
    public static string Number(string script) =>
        script.Split('.').FirstOrDefault(part => part.Length > 4 && part[4] == '-')?[..4] ?? "";

    private static UpgradeEngineBuilder Scripts(Database database)
    {
        var (to, other, ordinal) = database.IsSqlite
            ? (DeployChanges.To.SqliteDatabase(database.ConnectionString), ".postgres.sql", "BINARY")
            : (DeployChanges.To.PostgresqlDatabase(database.ConnectionString), ".sqlite.sql", "\"C\"");
        return to.WithScriptsEmbeddedInAssembly(
                Assembly.GetExecutingAssembly(),
                name =>
                    name.Contains(".Migrations.", StringComparison.Ordinal)
                    && !name.EndsWith(other, StringComparison.Ordinal)
            )
            .WithVariable("ordinal", ordinal)
            .WithTransactionPerScript()
            .LogToNowhere();
    }
}
