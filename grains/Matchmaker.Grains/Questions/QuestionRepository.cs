using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Questions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Questions;

/// <summary>What was asked of whom, and what nobody is to be asked again.</summary>
internal sealed class QuestionRepository(Database database)
{
    /// <summary>The living records of a party that state facts, by kind and id.</summary>
    public async Task<IReadOnlyList<OwnRow>> ListStating(string party)
    {
        const string sql = $"""
            SELECT kind, id, body FROM record
            WHERE  owner = @party AND deleted = 0
            AND    kind IN ('{RecordKind.Firm}', '{RecordKind.Opportunity}', '{RecordKind.Building}', '{RecordKind.Space}')
            ORDER  BY kind, id
            """;
        await using var connection = await database.Open();
        return (await connection.QueryAsync<OwnRow>(sql, new { party })).AsList();
    }

    /// <summary>Everything asked about these records before.</summary>
    public async Task<IReadOnlyList<QuestionRow>> ListAsked(string party)
    {
        const string sql = """
            SELECT q.kind, q.id, q.attribute, q.verified_on, q.asked_at, q.dismissed
            FROM   question q JOIN record r ON r.kind = q.kind AND r.id = q.id
            WHERE  r.owner = @party AND r.deleted = 0
            """;
        await using var connection = await database.Open();
        return (await connection.QueryAsync<QuestionRow>(sql, new { party })).AsList();
    }

    /// <summary>The buildings whose owner the party is and was asked to state something.</summary>
    public async Task<IReadOnlyList<AskedRow>> ListRequested(string party)
    {
        const string sql = $"""
            SELECT b.id, b.body, a.body AS asked FROM record a JOIN record b ON b.id = a.id
            WHERE  a.kind = '{RecordKind.AskedFacts}' AND b.kind = '{RecordKind.Building}'
            AND    b.owner = @party AND b.deleted = 0
            ORDER  BY a.id
            """;
        await using var connection = await database.Open();
        return (await connection.QueryAsync<AskedRow>(sql, new { party })).AsList();
    }

    /// <summary>Of these buildings, those with an owner, each with what the owner was asked to state.</summary>
    public async Task<IReadOnlyDictionary<string, AskedFacts>> ListAskable(IEnumerable<string> buildings)
    {
        var parameters = new DynamicParameters();
        var list = parameters.AddList(buildings.Distinct(StringComparer.Ordinal));
        if (list.Length == 0)
            return ImmutableDictionary<string, AskedFacts>.Empty;
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(string Id, string? Body)>(
            $"""
            SELECT b.id, a.body
            FROM   record b LEFT JOIN record a ON a.kind = '{RecordKind.AskedFacts}' AND a.id = b.id
            WHERE  b.kind = '{RecordKind.Building}' AND b.deleted = 0 AND b.owner IS NOT NULL
            AND    b.id IN ({list})
            """,
            parameters
        );
        return rows.ToDictionary(
            row => row.Id,
            row => row.Body is { } body ? RecordJson.Read<AskedFacts>(body) : new(),
            StringComparer.Ordinal
        );
    }

    /// <summary>Keeps when each was first asked; one that was asked before stays as it is.</summary>
    public Task Ask(IEnumerable<Question> questions, DateTimeOffset at) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO question (kind, id, attribute, verified_on, asked_at, dismissed)
                    VALUES (@Kind, @Id, @Attribute, @VerifiedOn, @AskedAt, 0)
                    ON CONFLICT (kind, id, attribute, verified_on) DO NOTHING
                    """,
                    questions.Select(question => new
                    {
                        question.Kind,
                        question.Id,
                        question.Attribute,
                        VerifiedOn = Day(question.VerifiedOn),
                        AskedAt = Instants.Text(at),
                    }),
                    transaction
                )
        );

    public Task Dismiss(Question question) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    UPDATE question SET dismissed = 1
                    WHERE  kind = @Kind AND id = @Id AND attribute = @Attribute AND verified_on = @VerifiedOn
                    """,
                    new
                    {
                        question.Kind,
                        question.Id,
                        question.Attribute,
                        VerifiedOn = Day(question.VerifiedOn),
                    },
                    transaction
                )
        );

    /// <summary>As the table writes a day of verification: never is empty.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A record that states facts.</summary>
internal sealed record OwnRow
{
    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required string Body { get; init; }
}

/// <summary>A building with what its owner was asked to state.</summary>
internal sealed record AskedRow
{
    public required string Id { get; init; }

    public required string Body { get; init; }

    /// <summary><see cref="AskedFacts"/>.</summary>
    public required string Asked { get; init; }
}

/// <summary>A question that was asked.</summary>
internal sealed record QuestionRow
{
    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required string Attribute { get; init; }

    public required string VerifiedOn { get; init; }

    public required string AskedAt { get; init; }

    public required int Dismissed { get; init; }
}
