using System.Text.Json;
using Dapper;
using Matchmaker.Contracts.Uploads;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Uploads;

/// <summary>Uploaded files in parts, as text that both databases take, and what is known of each.</summary>
internal sealed class UploadRepository(Database database)
{
    private const int MostOfAccount = 10;

    public async Task<StoredUpload?> Find(string id)
    {
        await using var connection = await database.Open();
        var body = await connection.ExecuteScalarAsync<string?>("SELECT body FROM upload WHERE id = @id", new { id });
        return body is null ? null : JsonSerializer.Deserialize<StoredUpload>(body);
    }

    /// <summary>Keeps a new one; of the account's others the oldest give way.</summary>
    public Task Insert(StoredUpload upload) =>
        database.Write(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "INSERT INTO upload (id, account, expires_at, body) VALUES (@Id, @Account, @expiresAt, @body)",
                    new
                    {
                        upload.Id,
                        upload.Account,
                        expiresAt = Instants.Text(upload.Upload.ExpiresAt),
                        body = JsonSerializer.Serialize(upload),
                    },
                    transaction
                );
                var ids = (
                    await connection.QueryAsync<string>(
                        "SELECT id FROM upload WHERE account = @Account ORDER BY expires_at DESC, id",
                        new { upload.Account },
                        transaction
                    )
                ).Where(id => id != upload.Id);
                foreach (var id in ids.Skip(MostOfAccount - 1))
                    await connection.ExecuteAsync(Deletion, new { id }, transaction);
                return 0;
            }
        );

    public Task Update(StoredUpload upload) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "UPDATE upload SET body = @body WHERE id = @Id",
                    new { upload.Id, body = JsonSerializer.Serialize(upload) },
                    transaction
                )
        );

    public Task Append(string id, int number, byte[] content) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "INSERT INTO upload_part (id, number, content) VALUES (@id, @number, @content)",
                    new
                    {
                        id,
                        number,
                        content = Convert.ToBase64String(content),
                    },
                    transaction
                )
        );

    /// <returns>Empty: there is no such part.</returns>
    public async Task<byte[]> Read(string id, int number)
    {
        await using var connection = await database.Open();
        var content = await connection.ExecuteScalarAsync<string?>(
            "SELECT content FROM upload_part WHERE id = @id AND number = @number",
            new { id, number }
        );
        return content is null ? [] : Convert.FromBase64String(content);
    }

    public Task Delete(string id) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(Deletion, new { id }, transaction));

    /// <summary>Deletes what has expired, of all accounts.</summary>
    public Task Purge(DateTimeOffset now) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    DELETE FROM upload_part WHERE id IN (SELECT id FROM upload WHERE expires_at <= @now);
                    DELETE FROM upload WHERE expires_at <= @now
                    """,
                    new { now = Instants.Text(now) },
                    transaction
                )
        );

    private const string Deletion = "DELETE FROM upload_part WHERE id = @id; DELETE FROM upload WHERE id = @id";
}

/// <summary>An upload as it is stored.</summary>
/// <param name="Account">The account that uploaded it.</param>
/// <param name="Run">The mark of the run that may report; empty: none was started.</param>
/// <param name="ReportedAt">When its run was last heard of.</param>
/// <param name="Process">The process whose grain began the run; null: none was started.</param>
internal sealed record StoredUpload(
    string Id,
    string Account,
    Upload Upload,
    string Run,
    DateTimeOffset ReportedAt,
    string? Process = null
);
