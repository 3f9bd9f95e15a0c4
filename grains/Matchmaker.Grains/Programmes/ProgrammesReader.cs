using Dapper;
using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>What the programmes read of the store: rules, applicants and the industries of enterprises, and how these go on.</summary>
internal sealed class ProgrammesReader(Database database)
{
    private const int EntriesAtOnce = 5_000;

    /// <summary>The last sequence of the journal; 0: it is empty.</summary>
    public async Task<long> LastSequence()
    {
        await using var connection = await database.Open();
        return await connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(sequence), 0) FROM journal");
    }

    /// <summary>The living records of a kind, in pages by id.</summary>
    public IAsyncEnumerable<RecordRow> Records(string kind) => new DeskReader(database).Records(kind);

    /// <summary>What happened to the records that matter here after a sequence, in order.</summary>
    /// <returns>The entries up to <c>Sequence</c>, from where the next call goes on.</returns>
    public async Task<(IReadOnlyList<DeskEntry> Entries, long Sequence)> EntriesAfter(long sequence, long last)
    {
        var upTo = Math.Min(last, sequence + EntriesAtOnce);
        await using var connection = await database.Open();
        var entries = await connection.QueryAsync<DeskEntry>(
            $"""
            SELECT sequence, at, actor, kind, id, version, owner, cleared, after AS body FROM journal
            WHERE  sequence > @sequence AND sequence <= @upTo AND kind IN ('{RecordKind.Programme}', '{RecordKind.Applicant}', '{RecordKind.Enterprise}')
            ORDER  BY sequence
            """,
            new { sequence, upTo });
        return (entries.AsList(), upTo);
    }
}
