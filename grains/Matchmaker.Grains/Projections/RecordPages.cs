using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Projections;

/// <summary>Reads the records' present state, from which most projections start.</summary>
internal sealed class RecordPages(Database database)
{
    private const int PageSize = 5_000;

    /// <summary>The living records of a kind, in pages by id.</summary>
    public async IAsyncEnumerable<IReadOnlyList<RecordState>> Read(string kind)
    {
        for (var after = ""; ; )
        {
            await using var connection = await database.Open();
            var page = (
                await connection.QueryAsync<RecordState>(
                    """
                    SELECT kind, id, version, owner, cleared, body FROM record
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
}
