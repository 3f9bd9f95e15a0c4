using System.Collections.Immutable;
using System.Security.Cryptography;
using Dapper;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Accounts.Credentials;

/// <summary>Keys are few and asked for seldom; nothing is held in memory.</summary>
internal sealed class KeyRingGrain(Database database, StoreHealth health) : Grain, IKeyRingGrain
{
    public async Task<ImmutableArray<string>> Keys()
    {
        await using var connection = await database.Open();
        return [.. await connection.QueryAsync<string>("SELECT xml FROM protection_key ORDER BY name")];
    }

    public Task Store(string name, string xml) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "INSERT INTO protection_key (name, xml) VALUES (@name, @xml) ON CONFLICT (name) DO UPDATE SET xml = @xml",
                    new { name, xml },
                    transaction
                )
        );

    public async Task<ImmutableArray<byte>> Secret(string name)
    {
        var fresh = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var hex = await database.Write(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "INSERT INTO secret (name, hex) VALUES (@name, @fresh) ON CONFLICT (name) DO NOTHING",
                    new { name, fresh },
                    transaction
                );
                return await connection.QuerySingleAsync<string>(
                    "SELECT hex FROM secret WHERE name = @name",
                    new { name },
                    transaction
                );
            }
        );
        return [.. Convert.FromHexString(hex)];
    }

    public async Task ReachStore(CancellationToken cancellation)
    {
        if (await health.Fault().WaitAsync(cancellation) is { } fault)
            throw new StoreException(fault);
    }
}
