using System.Globalization;
using Dapper;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Desk;

/// <summary>What the desk reads of the store: introductions, what officers set aside, and the journal as it goes on.</summary>
internal sealed class DeskReader(Database database)
{
    private const int PageSize = 1_000;

    /// <summary>The living records of a kind, in pages by id.</summary>
    public async IAsyncEnumerable<RecordRow> Records(string kind)
    {
        var after = "";
        while (true)
        {
            await using var connection = await database.Open();
            var page = (
                await connection.QueryAsync<RecordRow>(
                    $"SELECT {RecordRow.Columns} FROM record WHERE kind = @kind AND deleted = 0 AND id > @after ORDER BY id LIMIT @PageSize",
                    new
                    {
                        kind,
                        after,
                        PageSize,
                    }
                )
            ).AsList();
            foreach (var row in page)
                yield return row;
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Id;
        }
    }

    /// <summary>The next introductions of a reader after an id, by id: of a party its own on either side, of the office all.</summary>
    /// <param name="party">Null: the office's.</param>
    public async Task<IReadOnlyList<RecordRow>> Introductions(string? party, string after, int limit)
    {
        await using var connection = await database.Open();
        return (
            await connection.QueryAsync<RecordRow>(
                $"""
                SELECT {RecordRow.Columns} FROM record
                WHERE  kind = '{RecordKind.Introduction}' AND deleted = 0 AND id > @after {(
                    party is null ? "" : "AND (owner = @party OR parent = @party)"
                )}
                ORDER  BY id
                LIMIT  @limit
                """,
                new
                {
                    party,
                    after,
                    limit,
                }
            )
        ).AsList();
    }

    /// <summary>The next entries of introductions alone.</summary>
    public async Task<IReadOnlyList<DeskEntry>> IntroductionsAfter(long sequence, int limit)
    {
        await using var connection = await database.Open();
        return (
            await connection.QueryAsync<DeskEntry>(
                $"""
                SELECT sequence, at, actor, kind, id, version, owner, cleared, after AS body FROM journal
                WHERE  kind = '{RecordKind.Introduction}' AND sequence > @sequence
                ORDER  BY sequence
                LIMIT  @limit
                """,
                new { sequence, limit }
            )
        ).AsList();
    }

    /// <summary>Entries after a sequence, in order, about <paramref name="limit"/> of them; of other kinds than the desk holds without their bodies.</summary>
    public async Task<IReadOnlyList<DeskEntry>> EntriesAfter(long sequence, int limit)
    {
        await using var connection = await database.Open();
        return (
            await connection.QueryAsync<DeskEntry>(
                $"""
                SELECT sequence, at, actor, kind, id, version, owner, cleared,
                       CASE WHEN kind IN ('{RecordKind.Introduction}', '{RecordKind.Pair}') THEN after END AS body
                FROM   journal
                WHERE  change > @sequence AND change <= @sequence + @limit
                ORDER  BY sequence
                """,
                new { sequence, limit }
            )
        ).AsList();
    }
}

/// <summary>A journal entry, as far as the desk reads it.</summary>
internal sealed record DeskEntry
{
    public required long Sequence { get; init; }

    public required string At { get; init; }

    public required string Actor { get; init; }

    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required long Version { get; init; }

    public string? Owner { get; init; }

    public string? Cleared { get; init; }

    /// <summary>Null: deleted, or of a kind of which the desk needs no more than that it changed.</summary>
    public string? Body { get; init; }

    public DateTimeOffset Instant => DateTimeOffset.Parse(At, CultureInfo.InvariantCulture);

    public Visibility Visibility => new(Kind, Owner, false, ClearedList.Read(Cleared));
}
