using System.Collections.Immutable;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Runs;

namespace Matchmaker.Grains.Shortlists;

/// <summary>
/// Reads single records, as they are and as the journal says that they were: by key, never the whole journal.
/// </summary>
internal sealed class SheetRecords(Database database)
{
    private static readonly string[] Kinds =
    [
        .. KindTable.All.Where(kind => kind.Collection is not null).Select(kind => kind.Code),
    ];

    /// <summary>
    /// The records of which a board's profile of that id is made, parents first, and the hold on it; of combined spaces
    /// those of each. Empty: no such id.
    /// </summary>
    public static ImmutableArray<RecordRef> Of(Board board, string id)
    {
        var kind = KindTable.ProfileOn(board).Code;
        if (kind is not RecordKind.Space)
            return RecordIds.IsValid(id) ? [new(kind, id)] : [];
        string[] ids = [.. RunId.Members(id) ?? [id]];
        return SpaceId.Parse(ids[0]) is { } first && ids.All(IsSpace) && ids.Distinct().Count() == ids.Length
            ?
            [
                new(RecordKind.Building, first.Building),
                .. ids.SelectMany(space => new[] { new RecordRef(kind, space), new RecordRef(RecordKind.Hold, space) }),
            ]
            : [];

        bool IsSpace(string text) =>
            SpaceId.Parse(text) is { } space
            && space.Building == first.Building
            && RecordIds.IsValid(space.Building)
            && RecordIds.IsValid(space.Space);
    }

    /// <summary>The records as they are, a hold where one stands; empty: another one does not exist.</summary>
    public async Task<ImmutableArray<RecordState>> Now(
        ImmutableArray<RecordRef> records,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.Open(cancellation);
        var found = ImmutableArray.CreateBuilder<RecordState>();
        foreach (var record in records)
        {
            var row = await connection.QuerySingleOrDefaultAsync<RecordState>(
                "SELECT kind, id, version, owner, cleared, body FROM record WHERE kind = @Kind AND id = @Id AND deleted = 0",
                new { record.Kind, record.Id }
            );
            if (row is not null)
                found.Add(row);
            else if (record.Kind is not RecordKind.Hold)
                return [];
        }

        return found.ToImmutable();
    }

    /// <summary>The records at those versions; empty: the journal lacks one.</summary>
    public async Task<ImmutableArray<RecordState>> Then(
        IEnumerable<SheetRecord> records,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.Open(cancellation);
        var found = ImmutableArray.CreateBuilder<RecordState>();
        foreach (var (text, version) in records)
        {
            // A change of who may see a record is another entry of the same version.
            var entry = RecordRef.Parse(text, Kinds) is { } record
                ? await connection.QueryFirstOrDefaultAsync<RecordState>(
                    """
                    SELECT kind, id, version, owner, cleared, after AS body FROM journal
                    WHERE  kind = @Kind AND id = @Id AND version = @version AND after IS NOT NULL
                    ORDER  BY sequence
                    LIMIT  1
                    """,
                    new
                    {
                        record.Kind,
                        record.Id,
                        version,
                    }
                )
                : null;
            if (entry is null)
                return [];
            found.Add(entry);
        }

        return found.ToImmutable();
    }

    /// <summary>What the journal has of those records after those versions, in order.</summary>
    public async Task<ImmutableArray<JournalEntry>> After(
        IEnumerable<SheetRecord> records,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.Open(cancellation);
        var found = ImmutableArray.CreateBuilder<JournalEntry>();
        foreach (var (text, version) in records)
        {
            if (RecordRef.Parse(text, Kinds) is { } record)
                found.AddRange(
                    await connection.QueryAsync<JournalEntry>(
                        $"""
                        SELECT {EntryReader.Columns} FROM journal
                        WHERE  kind = @Kind AND id = @Id AND version > @version
                        ORDER  BY sequence
                        """,
                        new
                        {
                            record.Kind,
                            record.Id,
                            version,
                        }
                    )
                );
        }

        return found.ToImmutable();
    }
}
