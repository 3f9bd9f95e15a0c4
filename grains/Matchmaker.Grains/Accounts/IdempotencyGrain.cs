using System.Text.Json;
using Dapper;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Accounts;

/// <summary>One at work at a time; the others wait for its answer.</summary>
internal sealed class IdempotencyGrain(Database database, TimeProvider time) : Grain, IIdempotencyGrain, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly SemaphoreSlim _work = new(1, 1);

    public async Task<StoredAnswer?> Begin(string fingerprint, CancellationToken cancellation)
    {
        if (await Find(fingerprint) is { } early)
            return early;
        if (!await _work.WaitAsync(TimeSpan.FromSeconds(8), cancellation)) // the first caller may have died
            throw new StoreException("The first request with this key is still at work.");
        try
        {
            if (await Find(fingerprint) is not { } answer)
                return null;
            _work.Release();
            return answer;
        }
        catch
        {
            _work.Release();
            throw;
        }
    }

    public async Task Store(string fingerprint, StoredAnswer answer)
    {
        try
        {
            await Save(fingerprint, answer);
        }
        finally
        {
            Done();
        }
    }

    public Task Release()
    {
        Done();
        return Task.CompletedTask;
    }

    private async Task<StoredAnswer?> Find(string fingerprint)
    {
        await using var connection = await database.Open();
        var row = await connection.QuerySingleOrDefaultAsync<RepeatRow>(
            "SELECT fingerprint, answer FROM repeat WHERE id = @id AND kept_at > @since",
            new { id = this.GetPrimaryKeyString(), since = Instants.Text(time.GetUtcNow() - Kept) }
        );
        if (row is not null && row.Fingerprint != fingerprint)
            throw new InvalidException(new FieldError("Idempotency-Key", "keyUsed"));
        return row is null ? null : JsonSerializer.Deserialize<StoredAnswer>(row.Answer);
    }

    private Task<int> Save(string fingerprint, StoredAnswer answer) =>
        database.Write(
            async (connection, transaction) =>
            {
                var now = time.GetUtcNow();
                await connection.ExecuteAsync(
                    "DELETE FROM repeat WHERE kept_at <= @until",
                    new { until = Instants.Text(now - Kept) },
                    transaction
                );
                return await connection.ExecuteAsync(
                    """
                    INSERT INTO repeat (id, fingerprint, answer, kept_at) VALUES (@id, @fingerprint, @answer, @at)
                    ON CONFLICT (id) DO NOTHING
                    """,
                    new
                    {
                        id = this.GetPrimaryKeyString(),
                        fingerprint,
                        answer = JsonSerializer.Serialize(answer),
                        at = Instants.Text(now),
                    },
                    transaction
                );
            }
        );

    public void Dispose() => _work.Dispose();

    private void Done()
    {
        if (_work.CurrentCount == 0)
            _work.Release();
    }

    private sealed record RepeatRow
    {
        public required string Fingerprint { get; init; }

        public required string Answer { get; init; }
    }
}
