using Dapper;
using Matchmaker.Cluster.Tests.Processes;

namespace Matchmaker.Cluster.Tests.Faults;

/// <summary>
/// A later release comes in, silo by silo: its migration runs first, while silos that know nothing of it work.
/// </summary>
public sealed class UpgradeTests(LoopbackCluster cluster)
{
    // What a later release may do: add what older silos neither name nor miss.
    private const string Later = """
        ALTER TABLE record ADD COLUMN later_release TEXT;
        CREATE TABLE later_release (id TEXT NOT NULL PRIMARY KEY, at TEXT NOT NULL);
        CREATE INDEX record_later_release ON record (later_release) WHERE later_release IS NOT NULL;
        INSERT INTO schemaversions (scriptname, applied) VALUES ('Matchmaker.Grains.Storage.Migrations.9999-later.sql', now());
        """;

    [Fact]
    public async Task A_schema_migration_under_running_silos_fails_no_request_and_silos_start_on_the_new_schema()
    {
        var running = await cluster.Running();
        await using var trial = await FaultTrial.Begin(running, "an upgrade of the schema with a rolling restart", 8);
        await trial.Break(() => Upgrade(running));
        await trial.End();
        trial.FailedNobody();
    }

    private static async Task Upgrade(RunningCluster running)
    {
        await using (var store = await running.Open())
        {
            await using var change = await store.BeginTransactionAsync();
            await store.ExecuteAsync(Later, transaction: change);
            await change.CommitAsync();
        }

        await running.RestartSilos();
    }
}
