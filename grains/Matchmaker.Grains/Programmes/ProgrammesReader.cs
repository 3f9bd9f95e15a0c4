using Dapper;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Desk;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Programmes;

/// <summary>What the programmes read of the journal as it goes on.</summary>
internal sealed class ProgrammesReader(Database database)
{
    private const int EntriesAtOnce = 5_000;

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
            new { sequence, upTo }
        );
        return (entries.AsList(), upTo);
    }
}
