using Dapper;
using Matchmaker.Cluster.Tests.Load;
using Npgsql;

namespace Matchmaker.Cluster.Tests.Checks;

/// <summary>What the store must hold after a load, whatever broke meanwhile.</summary>
internal static class RecordChecks
{
    /// <summary>
    /// Every acknowledged edit is in the journal, none twice, in the order in which they were tried, and the record is
    /// what the last one left.
    /// </summary>
    public static async Task<IEnumerable<string>> Edits(NpgsqlConnection store, IReadOnlyList<Held> spaces)
    {
        var wrong = new List<string>();
        foreach (var space in spaces)
        {
            var rows = (
                await store.QueryAsync<(long Version, string Source)>(
                    "SELECT version, after::jsonb->>'source' FROM journal WHERE kind = 'space' AND id = @Id AND version > @FirstVersion ORDER BY sequence",
                    space
                )
            ).ToList();
            var edits = rows.ConvertAll(row => int.Parse(row.Source.Split(' ')[1]));
            if (space.Acknowledged.Except(edits).ToList() is { Count: > 0 } lost)
                wrong.Add($"{space.Id}: acknowledged and lost: {string.Join(", ", lost)}");
            if (!edits.SequenceEqual(edits.Distinct().Order()))
                wrong.Add($"{space.Id}: applied twice or out of order: {string.Join(", ", edits)}");
            if (
                !rows.Select(row => row.Version)
                    .SequenceEqual(Enumerable.Range(1, rows.Count).Select(i => space.FirstVersion + i))
            )
                wrong.Add(
                    $"{space.Id}: versions {string.Join(", ", rows.Select(row => row.Version))} after {space.FirstVersion}"
                );
            if (rows.Count != space.Version - space.FirstVersion)
                wrong.Add(
                    $"{space.Id}: {rows.Count} edits took effect, its editor knows of {space.Version - space.FirstVersion}"
                );
            wrong.AddRange(await Record(store, space));
        }

        return wrong;
    }

    /// <summary>The journal is 1, 2, 3 … and every record is what its last entry says.</summary>
    public static async Task<IEnumerable<string>> Journal(NpgsqlConnection store)
    {
        var (count, first, last) = await store.QuerySingleAsync<(long, long, long)>(
            "SELECT count(*), min(sequence), max(sequence) FROM journal"
        );
        var odd = await store.QueryAsync<string>(
            """
            SELECT r.kind || ' ' || r.id || ' has version ' || r.version || ', its journal ' || j.version
            FROM   record r JOIN LATERAL (SELECT version, after FROM journal WHERE kind = r.kind AND id = r.id ORDER BY sequence DESC LIMIT 1) j ON true
            WHERE  r.version <> j.version OR r.body IS DISTINCT FROM j.after
            """
        );
        return (first, last) == (1, count)
            ? odd
            : odd.Append($"the journal has {count} entries from {first} to {last}");
    }

    /// <summary>The system's own check of the chain, as a process.</summary>
    public static async Task<IEnumerable<string>> Chain(string database)
    {
        var (code, output, errors) = await Command.Try(
            "env",
            $"Matchmaker__Database={database}",
            "dotnet",
            Built.Silo,
            "verify-log"
        );
        return code == 0 && output.Contains("all whole", StringComparison.Ordinal)
            ? []
            : [$"verify-log ended with {code}: {output}{errors}"];
    }

    private static async Task<IEnumerable<string>> Record(NpgsqlConnection store, Held space)
    {
        var (version, source) = await store.QuerySingleAsync<(long, string?)>(
            "SELECT version, body::jsonb->>'source' FROM record WHERE kind = 'space' AND id = @Id",
            space
        );
        return version == space.Version && (space.Source is null || source == space.Source)
            ? []
            :
            [
                $"{space.Id}: the store has version {version} with '{source}', its editor {space.Version} with '{space.Source}'",
            ];
    }
}
