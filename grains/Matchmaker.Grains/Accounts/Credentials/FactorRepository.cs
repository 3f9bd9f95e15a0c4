using Dapper;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Accounts.Credentials;

/// <summary>The second factors of accounts. Like passwords they are never in the journal.</summary>
internal sealed class FactorRepository(Database database)
{
    public async Task<SecondFactor?> Find(string email)
    {
        await using var connection = await database.Open();
        var row = await connection.QuerySingleOrDefaultAsync<FactorRow>(
            "SELECT secret, is_on, last_step FROM second_factor WHERE email = @email",
            new { email }
        );
        if (row is null)
            return null;
        var codes = await connection.QueryAsync<string>(
            "SELECT code_hash FROM recovery_code WHERE email = @email ORDER BY code_hash",
            new { email }
        );
        return new(row.Secret, row.IsOn == 1, row.LastStep, [.. codes]);
    }

    /// <param name="factor">Null: there is none any longer.</param>
    public Task Save(string email, SecondFactor? factor) =>
        database.Write(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "DELETE FROM recovery_code WHERE email = @email",
                    new { email },
                    transaction
                );
                await connection.ExecuteAsync(
                    "DELETE FROM second_factor WHERE email = @email",
                    new { email },
                    transaction
                );
                if (factor is null)
                    return 0;
                await connection.ExecuteAsync(
                    "INSERT INTO recovery_code (email, code_hash) VALUES (@email, @hash)",
                    factor.RecoveryHashes.Select(hash => new { email, hash }),
                    transaction
                );
                return await connection.ExecuteAsync(
                    """
                    INSERT INTO second_factor (email, secret, is_on, last_step)
                    VALUES (@email, @Secret, @isOn, @LastStep)
                    """,
                    new
                    {
                        email,
                        factor.Secret,
                        isOn = factor.IsOn ? 1 : 0,
                        factor.LastStep,
                    },
                    transaction
                );
            }
        );

    /// <summary>The last step of the app that was taken.</summary>
    public Task SetStep(string email, long step) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "UPDATE second_factor SET last_step = @step WHERE email = @email",
                    new { email, step },
                    transaction
                )
        );

    /// <summary>A recovery code was taken.</summary>
    public Task Spend(string email, string hash) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "DELETE FROM recovery_code WHERE email = @email AND code_hash = @hash",
                    new { email, hash },
                    transaction
                )
        );

    private sealed record FactorRow
    {
        public required string Secret { get; init; }

        public required long IsOn { get; init; }

        public required long LastStep { get; init; }
    }
}
