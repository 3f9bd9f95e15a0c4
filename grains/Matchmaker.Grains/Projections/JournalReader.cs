using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Projections;

/// <summary>The one reader of the journal for projections: whole changes, in order, of the kinds that a projection
/// follows.</summary>
internal sealed class JournalReader(Database database)
{
    /// <summary>The last sequence of the journal; 0: it is empty.</summary>
    public async Task<long> LastSequence(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(sequence), 0) FROM journal");
    }

    /// <summary>Reads the whole changes that begin within the next <paramref name="limit"/> sequences.</summary>
    /// <param name="sequence">The last sequence of a whole change; 0: from the start.</param>
    public async Task<JournalPage> ChangesAfter(
        long sequence,
        int limit,
        IEnumerable<string> kinds,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.Open(cancellation);
        var end = await connection.ExecuteScalarAsync<long?>(
            "SELECT sequence FROM journal WHERE change <= @begin ORDER BY change DESC, sequence DESC LIMIT 1",
            new { begin = sequence + limit }
        );
        if (end is not { } last || last <= sequence)
            return new([], sequence);
        var entries = await connection.QueryAsync<ChangedRecord>(
            $"""
            SELECT sequence, change, at, actor, kind, id, version, owner, cleared, after AS body FROM journal
            WHERE  sequence > @sequence AND sequence <= @last
            AND    kind IN ({string.Join(", ", kinds.Select(kind => $"'{kind}'"))})
            ORDER  BY sequence
            """,
            new { sequence, last }
        );
        return new([.. entries], last);
    }
}

/// <param name="Entries">The entries of the wanted kinds; those of one change stand together.</param>
/// <param name="End">The sequence from which the next page goes on.</param>
internal sealed record JournalPage(IReadOnlyList<ChangedRecord> Entries, long End)
{
    /// <summary>The entries by commit, in order.</summary>
    public IEnumerable<IReadOnlyList<ChangedRecord>> Changes =>
        Entries.GroupBy(entry => entry.Change).Select(change => (IReadOnlyList<ChangedRecord>)[.. change]);
}
