using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Accounts.Credentials;

/// <summary>The mailed links by which passwords are set anew; of their tokens only hashes are kept.</summary>
internal sealed class ResetRepository(Database database)
{
    /// <param name="now">As <see cref="Instants"/> writes it.</param>
    public Task Add(string email, string tokenHash, string expiresAt, string now) =>
        database.Write(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "DELETE FROM password_reset WHERE expires_at <= @now",
                    new { now },
                    transaction
                );
                return await connection.ExecuteAsync(
                    """
                    INSERT INTO password_reset (token_hash, email, expires_at)
                    VALUES (@tokenHash, @email, @expiresAt)
                    """,
                    new
                    {
                        tokenHash,
                        email,
                        expiresAt,
                    },
                    transaction
                );
            }
        );

    /// <summary>Whose password a link sets; null: it is unknown, spent or over.</summary>
    public async Task<string?> FindAddress(string tokenHash, string now)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<string>(
            "SELECT email FROM password_reset WHERE token_hash = @tokenHash AND expires_at > @now",
            new { tokenHash, now }
        );
    }
}
