using System.Collections.Immutable;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Accounts;

/// <summary>Accounts as the record table holds them.</summary>
internal sealed class AccountRepository(Database database)
{
    private readonly RecordRepository _rows = new(database);

    /// <summary>The account of an address; null: there is none.</summary>
    public async Task<Account?> FindAccount(string email) =>
        await Find(Email.Normal(email)) is { Body: not null } row ? Read(row) : null;

    /// <summary>The languages that the owners of addresses stated, by address.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LanguagesOf(IEnumerable<string> addresses)
    {
        var parameters = new DynamicParameters(new { kind = RecordKind.Account });
        var list = parameters.AddList(addresses.Select(Email.Normal).Distinct(StringComparer.Ordinal));
        if (list.Length == 0)
            return ImmutableDictionary<string, string>.Empty;
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<AccountRow>(
            $"""
            SELECT id, version, body FROM record
            WHERE  kind = @kind AND body IS NOT NULL AND id IN ({list})
            """,
            parameters
        );
        return rows.Select(Read)
            .Where(account => account.Language is not null)
            .ToDictionary(account => account.Id, account => account.Language!, StringComparer.Ordinal);
    }

    /// <summary>The account's row, deleted or not; null: there has never been one.</summary>
    public async Task<AccountRow?> Find(string email)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<AccountRow>(
            "SELECT id, version, body FROM record WHERE kind = @kind AND id = @email",
            new { kind = RecordKind.Account, email }
        );
    }

    /// <summary>
    /// At most <paramref name="limit"/> accounts after that address whose search text contains the words, in ordinal
    /// order.
    /// </summary>
    /// <param name="reader">
    /// Null: whoever it is, all; else without those of confidential projects for which this address is not cleared.
    /// </param>
    public async Task<IReadOnlyList<Account>> List(string? text, string? after, int limit, string? reader = null)
    {
        var sql = $"""
            SELECT id, version, body
            FROM   record
            WHERE  kind = @kind AND body IS NOT NULL AND id > @after AND search_text LIKE @pattern ESCAPE '\' {(
                reader is null ? "" : "AND (cleared IS NULL OR cleared LIKE @mine ESCAPE '!')"
            )}
            ORDER  BY id
            LIMIT  @limit
            """;
        await using var connection = await database.Open();
        return
        [
            .. (
                await connection.QueryAsync<AccountRow>(
                    sql,
                    new
                    {
                        kind = RecordKind.Account,
                        after = after ?? "",
                        limit,
                        pattern = $"%{Literal(text?.ToLowerInvariant() ?? "")}%",
                        mine = $"%|{LikeText.Escape(reader?.ToLowerInvariant() ?? "")}|%",
                    }
                )
            ).Select(Read),
        ];
    }

    /// <summary>A party's accounts, in the ordinal order of their addresses.</summary>
    public async Task<IReadOnlyList<Account>> ListOf(PartyId party)
    {
        // An account's row names its party in the body alone: the pattern narrows the rows down, the body decides.
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<AccountRow>(
            "SELECT id, version, body FROM record WHERE kind = @kind AND body LIKE @pattern ESCAPE '!' ORDER BY id",
            new { kind = RecordKind.Account, pattern = $"%\"{LikeText.Escape(party.Id)}\"%" }
        );
        return [.. rows.Select(Read).Where(account => account.Party == party)];
    }

    /// <summary>The addresses of all officers and admins, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> ListOffice() =>
        [
            .. (await List(null, null, int.MaxValue))
                .Where(account => account.Role is Role.Officer or Role.Admin)
                .Select(account => account.Id),
        ];

    /// <summary>Whether there is such a party.</summary>
    public async Task<bool> HasParty(PartyId party) => await _rows.Find(party.Kind, party.Id) is { Body: not null };

    /// <summary>Who may know of an account of that party: it reveals its project, so it is hidden with it.</summary>
    public async Task<Visibility> VisibilityOf(PartyId? party) =>
        new(
            RecordKind.Account,
            party,
            Visible: false,
            party is { Kind: RecordKind.Enterprise } project
                ? (await _rows.Find(RecordKind.Enterprise, project.Id))?.Visibility.Cleared
                : null
        );

    private static Account Read(AccountRow row) => AccountJson.Read(row.Id, row.Version, row.Body!);

    private static string Literal(string text) => text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
}

internal sealed record AccountRow
{
    public required string Id { get; init; }

    public required long Version { get; init; }

    /// <summary>Null: deleted.</summary>
    public string? Body { get; init; }
}
