using Dapper;
using Matchmaker.Contracts.Callers;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Mail;

/// <summary>Finds letters; only the journal writes them.</summary>
internal sealed class OutboxRepository(Database database)
{
    /// <summary>The ids of the letters that wait, oldest first.</summary>
    public async Task<IReadOnlyList<string>> ListWaiting(CancellationToken cancellation)
    {
        // As the index says it, so that letters that went out long ago cost nothing.
        const string sql =
            "SELECT id FROM record WHERE kind = 'letter' AND length(search_text) > 28 AND deleted = 0 ORDER BY search_text, id";
        await using var connection = await database.Open(cancellation);
        return (await connection.QueryAsync<string>(new(sql, cancellationToken: cancellation))).AsList();
    }

    /// <summary>At most <paramref name="limit"/> letters that an officer may see, newest first.</summary>
    /// <param name="after">The letter after which to go on; null: from the newest.</param>
    public async Task<IReadOnlyList<RecordRow>> List(
        Caller officer,
        string? after,
        int limit,
        CancellationToken cancellation
    )
    {
        var sight = VisibilityFilter.Of(officer);
        var from = after is null
            ? ""
            : """
                AND (substr(r.search_text, 1, 28), r.id) < (SELECT substr(search_text, 1, 28), id FROM record WHERE kind = 'letter' AND id = @after)
                """;
        await using var connection = await database.Open(cancellation);
        return (
            await connection.QueryAsync<RecordRow>(
                new CommandDefinition(
                    $"""
                    SELECT r.* FROM record r
                    WHERE  r.kind = 'letter' AND r.deleted = 0 AND {sight.Own} {from}
                    ORDER  BY substr(r.search_text, 1, 28) DESC, r.id DESC
                    LIMIT  @limit
                    """,
                    sight.With(new { after, limit }),
                    cancellationToken: cancellation
                )
            )
        ).AsList();
    }
}
