using System.Collections.Immutable;
using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Accounts.Credentials;

/// <summary>By which issuer and subject an account's owner is known to an identity provider.</summary>
internal sealed class SubjectRepository(Database database)
{
    public async Task<ImmutableDictionary<string, string>> ListOf(string email)
    {
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(string Issuer, string Subject)>(
            "SELECT issuer, subject FROM provider_subject WHERE email = @email",
            new { email }
        );
        return rows.ToImmutableDictionary(row => row.Issuer, row => row.Subject, StringComparer.Ordinal);
    }

    /// <summary>The account of a subject; null: it is not known.</summary>
    public async Task<string?> FindAddress(string issuer, string subject)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<string>(
            "SELECT email FROM provider_subject WHERE issuer = @issuer AND subject = @subject",
            new { issuer, subject }
        );
    }

    /// <returns>False: another account got the subject meanwhile.</returns>
    public async Task<bool> Add(string email, string issuer, string subject) =>
        await database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO provider_subject (issuer, subject, email) VALUES (@issuer, @subject, @email)
                    ON CONFLICT DO NOTHING
                    """,
                    new
                    {
                        issuer,
                        subject,
                        email,
                    },
                    transaction
                )
        ) == 1;

    public Task Remove(string email) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync("DELETE FROM provider_subject WHERE email = @email", new { email }, transaction)
        );
}
