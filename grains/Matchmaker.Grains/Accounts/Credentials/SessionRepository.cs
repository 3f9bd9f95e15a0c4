using System.Data.Common;
using Dapper;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Accounts.Credentials;

/// <summary>The sessions of accounts. They are not in the journal: it is kept forever, sessions for days.</summary>
internal sealed class SessionRepository(Database database)
{
    public async Task<IReadOnlyList<Session>> ListOf(string email)
    {
        await using var connection = await database.Open();
        return
        [
            .. (
                await connection.QueryAsync<SessionRow>(
                    "SELECT id, created_at, seen_at, device, is_token FROM session WHERE email = @email ORDER BY id",
                    new { email }
                )
            ).Select(Read),
        ];
    }

    /// <summary>Stores a new session in place of those that end.</summary>
    public Task Add(string email, Session session, IReadOnlyCollection<string> ended) =>
        database.Write(
            async (connection, transaction) =>
            {
                await Delete(connection, transaction, email, ended);
                return await connection.ExecuteAsync(
                    """
                    INSERT INTO session (id, email, created_at, seen_at, device, is_token)
                    VALUES (@id, @email, @created, @seen, @device, @isToken)
                    """,
                    new
                    {
                        id = session.Id,
                        email,
                        created = Instants.Text(session.CreatedAt),
                        seen = Instants.Text(session.SeenAt),
                        device = session.Device,
                        isToken = session.IsToken ? 1 : 0,
                    },
                    transaction
                );
            }
        );

    public Task SetSeen(string id, DateTimeOffset at) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "UPDATE session SET seen_at = @at WHERE id = @id",
                    new { id, at = Instants.Text(at) },
                    transaction
                )
        );

    public Task End(string email, IReadOnlyCollection<string> ids) =>
        database.Write((connection, transaction) => Delete(connection, transaction, email, ids));

    internal static async Task<int> Delete(
        DbConnection connection,
        DbTransaction transaction,
        string email,
        IReadOnlyCollection<string> ids
    ) =>
        ids.Count == 0
            ? 0
            : await connection.ExecuteAsync(
                "DELETE FROM session WHERE email = @email AND id = @id",
                ids.Select(id => new { email, id }),
                transaction
            );

    private static Session Read(SessionRow row) =>
        new(row.Id, Instants.Read(row.CreatedAt), Instants.Read(row.SeenAt), row.Device, row.IsToken == 1);

    private sealed record SessionRow
    {
        public required string Id { get; init; }

        public required string CreatedAt { get; init; }

        public required string SeenAt { get; init; }

        public string? Device { get; init; }

        public required long IsToken { get; init; }
    }
}
