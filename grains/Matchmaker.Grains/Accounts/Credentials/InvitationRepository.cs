using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Accounts.Credentials;

/// <summary>Invitations; of their tokens only hashes are kept.</summary>
internal sealed class InvitationRepository(Database database)
{
    public Task Add(InvitationRow row, string now) =>
        database.Write(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "DELETE FROM invitation WHERE expires_at < @now",
                    new { now },
                    transaction
                );
                if (row.Email is null)
                    await connection.ExecuteAsync(
                        "DELETE FROM invitation WHERE email IS NULL",
                        transaction: transaction
                    );
                return await connection.ExecuteAsync(
                    """
                    INSERT INTO invitation (token_hash, email, role, enterprise, firm, owner, invited_by, may_reset, expires_at, spent)
                    VALUES (@TokenHash, @Email, @Role, @Enterprise, @Firm, @Owner, @InvitedBy, @MayReset, @ExpiresAt, 0)
                    """,
                    row,
                    transaction
                );
            }
        );

    /// <summary>The invitation of that token; null: unknown, spent or over.</summary>
    public async Task<InvitationRow?> FindOpen(string tokenHash, string now)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<InvitationRow>(
            """
            SELECT token_hash, email, role, enterprise, firm, owner, invited_by, may_reset, expires_at
            FROM   invitation
            WHERE  token_hash = @tokenHash AND spent = 0 AND expires_at > @now
            """,
            new { tokenHash, now }
        );
    }

    /// <summary>Whether this call was the one that spent it (or gave it back).</summary>
    public async Task<bool> SetSpent(string tokenHash, bool spent) =>
        await database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "UPDATE invitation SET spent = @after WHERE token_hash = @tokenHash AND spent = @before",
                    new
                    {
                        tokenHash,
                        after = spent ? 1 : 0,
                        before = spent ? 0 : 1,
                    },
                    transaction
                )
        ) == 1;
}

internal sealed record InvitationRow
{
    public required string TokenHash { get; init; }

    /// <summary>Null: whoever comes first, for the first admin.</summary>
    public string? Email { get; init; }

    public required string Role { get; init; }

    public string? Enterprise { get; init; }

    public string? Firm { get; init; }

    public string? Owner { get; init; }

    public required string InvitedBy { get; init; }

    /// <summary>1 where it may set the password of an account that exists: an admin sent it.</summary>
    public required long MayReset { get; init; }

    public required string ExpiresAt { get; init; }
}
