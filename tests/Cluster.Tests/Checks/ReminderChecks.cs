using Dapper;
using Npgsql;

namespace Matchmaker.Cluster.Tests.Checks;

/// <summary>
/// The clock's reminder is there once, and the clock never lives twice; between two ticks it need not live at all.
/// </summary>
internal static class ReminderChecks
{
    public static async Task<IEnumerable<string>> Clock(NpgsqlConnection store, string database)
    {
        var rows = (
            await store.QueryAsync<(string Grain, string Name)>("SELECT grain, name FROM silo_reminder")
        ).ToList();
        await using var observatory = await ClusterProbe.Open(database);
        var clocks = await observatory.Activations("ClockGrain");
        return rows.Count == 1 && clocks <= 1
            ? []
            : [$"{rows.Count} reminders ({string.Join(", ", rows)}), and {clocks} activations of the clock"];
    }
}
