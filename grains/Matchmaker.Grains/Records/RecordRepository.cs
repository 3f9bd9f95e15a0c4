using Dapper;
using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>Reads records' rows; only the journal writes them.</summary>
internal sealed class RecordRepository(Database database)
{
    private const string Columns =
        "id, parent, version, body, owner, visible, cleared, deleted, open_sequence, open_at, open_version";

    /// <summary>The row, also of a deleted record; null: there never was one.</summary>
    public async Task<RecordRow?> Find(string kind, string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<RecordRow?>(
            $"SELECT {Columns} FROM record WHERE kind = @kind AND id = @id", new { kind, id });
    }

    /// <summary>The rows of a building's spaces, also of deleted ones, by id.</summary>
    public async Task<IReadOnlyList<RecordRow>> ListByParent(string kind, string parent, CancellationToken cancellation = default)
    {
        await using var connection = await database.Open(cancellation);
        return (await connection.QueryAsync<RecordRow>(
            $"SELECT {Columns} FROM record WHERE kind = @kind AND parent = @parent ORDER BY id", new { kind, parent })).AsList();
    }

    /// <summary>The rows of a party's living records of one kind, by id.</summary>
    public async Task<IReadOnlyList<RecordRow>> ListByOwner(string kind, string owner, CancellationToken cancellation = default)
    {
        await using var connection = await database.Open(cancellation);
        return (await connection.QueryAsync<RecordRow>(
            $"SELECT {Columns} FROM record WHERE kind = @kind AND owner = @owner AND deleted = 0 ORDER BY id", new { kind, owner })).AsList();
    }
}

/// <summary>A record's row, as far as grains read it.</summary>
internal sealed record RecordRow
{
    public string Id { get; init; } = "";

    public string? Parent { get; init; }

    public required long Version { get; init; }

    /// <summary>Null: it is deleted.</summary>
    public string? Body { get; init; }

    public string? Owner { get; init; }

    public required int Visible { get; init; }

    public string? Cleared { get; init; }

    public required int Deleted { get; init; }

    public string SearchText { get; init; } = "";

    public double? Lat { get; init; }

    public double? Lon { get; init; }

    public long? OpenSequence { get; init; }

    public string? OpenAt { get; init; }

    public long? OpenVersion { get; init; }

    public Face Face(string kind) => new(kind, Owner, Visible == 1, ClearedList.Read(Cleared));
}
