using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Accounts.Credentials;

/// <summary>The credentials of accounts, beside the record table: they are never in the journal.</summary>
internal sealed class CredentialRepository(Database database)
{
    public async Task<CredentialRow?> Find(string email)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<CredentialRow>(
            "SELECT password_hash, stamp FROM credential WHERE email = @email",
            new { email }
        );
    }

    /// <summary>
    /// Stores new credentials. Open links that would set the password anew end with another password.
    /// </summary>
    /// <param name="ended">The ids of sessions that end with the change.</param>
    public Task Save(string email, CredentialRow row, IReadOnlyCollection<string> ended) =>
        database.Write(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    """
                    DELETE FROM password_reset WHERE email = @email
                    AND NOT EXISTS (SELECT 1 FROM credential WHERE email = @email AND stamp = @Stamp)
                    """,
                    new { email, row.Stamp },
                    transaction
                );
                await SessionRepository.Delete(connection, transaction, email, ended);
                return await connection.ExecuteAsync(
                    """
                    INSERT INTO credential (email, password_hash, stamp, failures, locked_until)
                    VALUES (@email, @PasswordHash, @Stamp, 0, NULL)
                    ON CONFLICT (email) DO UPDATE SET password_hash = @PasswordHash, stamp = @Stamp
                    """,
                    new
                    {
                        email,
                        row.PasswordHash,
                        row.Stamp,
                    },
                    transaction
                );
            }
        );
}

internal sealed record CredentialRow
{
    /// <summary>Null: no password yet.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>A new value with each new password, and whenever all sessions end.</summary>
    public required string Stamp { get; init; }
}
