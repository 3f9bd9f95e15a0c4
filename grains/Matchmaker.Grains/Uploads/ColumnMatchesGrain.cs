using System.Security.Cryptography;
using System.Text;
using Dapper;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Uploads;
using Matchmaker.Grains.Storage;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Uploads;

/// <summary>Reads and writes one row a matching.</summary>
[StatelessWorker]
internal sealed class ColumnMatchesGrain(Database database) : Grain, IColumnMatchesGrain
{
    public async Task<string?> Find(Caller caller, string[] names, CancellationToken cancellation = default)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<string?>(
            "SELECT matching FROM column_match WHERE owner = @owner AND names = @names",
            new { owner = OwnerOf(caller), names = Hash(names) }
        );
    }

    public Task Keep(Caller caller, string[] names, string matching, CancellationToken cancellation = default) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO column_match (owner, names, matching) VALUES (@owner, @names, @matching)
                    ON CONFLICT (owner, names) DO UPDATE SET matching = @matching
                    """,
                    new
                    {
                        owner = OwnerOf(caller),
                        names = Hash(names),
                        matching,
                    },
                    transaction
                ),
            cancellation
        );

    // The office remembers together, and each party for itself.
    private static string OwnerOf(Caller caller) =>
        caller.IsOffice ? "office" : caller.Party?.ToString() ?? throw new ForbiddenException();

    private static string Hash(string[] names) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))));
}
