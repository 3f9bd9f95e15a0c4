using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Boards;

/// <summary>What an index reads: the records' present state in pages, then the journal's entries in order.</summary>
internal sealed class IndexReader(Database database)
{
    private const int PageSize = 5_000;

    /// <summary>Counts one more building of the index, and returns how often it was built before.</summary>
    public Task<long> NextEpoch(string board, CancellationToken cancellation) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteScalarAsync<long>(
                    """
                    INSERT INTO index_epoch (board, epoch) VALUES (@board, 0)
                    ON CONFLICT (board) DO UPDATE SET epoch = index_epoch.epoch + 1
                    RETURNING epoch
                    """,
                    new { board },
                    transaction
                ),
            cancellation
        );

    /// <summary>The last sequence of the journal; 0: it is empty.</summary>
    public async Task<long> LastSequence(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(sequence), 0) FROM journal");
    }

    /// <summary>The living records of a kind, in pages by id.</summary>
    public async IAsyncEnumerable<IReadOnlyList<StoredRecord>> Records(string kind)
    {
        var after = "";
        while (true)
        {
            await using var connection = await database.Open();
            var page = (
                await connection.QueryAsync<StoredRecord>(
                    """
                    SELECT id, body, owner, cleared FROM record
                    WHERE  kind = @kind AND deleted = 0 AND id > @after
                    ORDER  BY id
                    LIMIT  @PageSize
                    """,
                    new
                    {
                        kind,
                        after,
                        PageSize,
                    }
                )
            ).AsList();
            if (page.Count > 0)
                yield return page;
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Id;
        }
    }

    /// <summary>Whole changes after a sequence (of a whole change), in order, about <paramref name="limit"/> entries; empty: there are none.</summary>
    public async Task<IReadOnlyList<StoredChange>> ChangesAfter(
        long sequence,
        int limit,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.Open(cancellation);
        var entries = (
            await connection.QueryAsync<StoredChange>(
                """
                SELECT sequence, change, at, kind, id, owner, cleared, after AS body FROM journal
                WHERE  change > @sequence AND change <= @sequence + @limit
                ORDER  BY sequence
                """,
                new { sequence, limit }
            )
        ).AsList();
        return entries;
    }
}

/// <summary>A living record's row.</summary>
internal sealed record StoredRecord
{
    public required string Id { get; init; }

    public required string Body { get; init; }

    public string? Owner { get; init; }

    public string? Cleared { get; init; }
}

/// <summary>A journal entry, as far as an index reads it.</summary>
internal sealed record StoredChange
{
    public required long Sequence { get; init; }

    /// <summary>The same for all entries of one change.</summary>
    public required long Change { get; init; }

    /// <summary>When it was committed.</summary>
    public required string At { get; init; }

    public required string Kind { get; init; }

    public required string Id { get; init; }

    public string? Owner { get; init; }

    public string? Cleared { get; init; }

    /// <summary>Null: the record is deleted.</summary>
    public string? Body { get; init; }
}
