using System.Collections.Immutable;
using Dapper;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Accounts.Credentials;

/// <summary>The passkeys of accounts. Like passwords they are never in the journal.</summary>
internal sealed class PasskeyRepository(Database database)
{
    public async Task<ImmutableArray<Passkey>> ListOf(string email)
    {
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<PasskeyRow>(
            """
            SELECT id, name, public_key, sign_count, created_at, used_at, may_move, has_moved
            FROM passkey WHERE email = @email ORDER BY created_at, id
            """,
            new { email }
        );
        return [.. rows.Select(Read)];
    }

    /// <summary>The account that has a passkey; null: none has.</summary>
    public async Task<string?> FindAddress(string id)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<string>(
            "SELECT email FROM passkey WHERE id = @id",
            new { id }
        );
    }

    /// <returns>False: an account has it already.</returns>
    public async Task<bool> Add(string email, Passkey passkey) =>
        await database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO passkey (id, email, name, public_key, sign_count, created_at, may_move, has_moved)
                    VALUES (@Id, @email, @Name, @PublicKey, @SignCount, @created, @mayMove, @hasMoved)
                    ON CONFLICT DO NOTHING
                    """,
                    new
                    {
                        email,
                        passkey.Id,
                        passkey.Name,
                        passkey.PublicKey,
                        passkey.SignCount,
                        created = Instants.Text(passkey.CreatedAt),
                        mayMove = passkey.MayMove ? 1 : 0,
                        hasMoved = passkey.HasMoved ? 1 : 0,
                    },
                    transaction
                )
        ) == 1;

    /// <summary>Keeps what changes when a passkey signs in.</summary>
    public Task SetUsed(Passkey passkey) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    UPDATE passkey SET sign_count = @SignCount, has_moved = @hasMoved, used_at = @used WHERE id = @Id
                    """,
                    new
                    {
                        passkey.Id,
                        passkey.SignCount,
                        hasMoved = passkey.HasMoved ? 1 : 0,
                        used = passkey.UsedAt is { } used ? Instants.Text(used) : null,
                    },
                    transaction
                )
        );

    public Task Remove(string email, IEnumerable<string> ids) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "DELETE FROM passkey WHERE email = @email AND id = @id",
                    ids.Select(id => new { email, id }),
                    transaction
                )
        );

    private static Passkey Read(PasskeyRow row) =>
        new(
            row.Id,
            row.Name,
            row.PublicKey,
            row.SignCount,
            Instants.Read(row.CreatedAt),
            row.UsedAt is { } used ? Instants.Read(used) : null,
            row.MayMove == 1,
            row.HasMoved == 1
        );

    private sealed record PasskeyRow
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required string PublicKey { get; init; }

        public required long SignCount { get; init; }

        public required string CreatedAt { get; init; }

        public string? UsedAt { get; init; }

        public required long MayMove { get; init; }

        public required long HasMoved { get; init; }
    }
}
