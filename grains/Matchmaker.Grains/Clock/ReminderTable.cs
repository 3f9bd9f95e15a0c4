using Dapper;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Clock;

/// <summary>Orleans' reminder table on SQLite, for which Orleans has no provider.</summary>
internal sealed class ReminderTable(Database database) : IReminderTable
{
    private const string Columns = "grain, name, start_at, period_ms, etag";

    public Task<ReminderTableData> ReadRows(GrainId grainId) =>
        Read("grain = @grain", new { grain = grainId.ToString() });

    /// <summary>The rows of the hash range (begin, end], which may wrap around the end of the ring.</summary>
    public Task<ReminderTableData> ReadRows(uint begin, uint end) =>
        Read(
            begin < end ? "hash > @begin AND hash <= @end" : "(hash > @begin OR hash <= @end)",
            new { begin = (long)begin, end = (long)end }
        );

    /// <returns>Null: not found.</returns>
    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        var found = await Read(
            "grain = @grain AND name = @name",
            new { grain = grainId.ToString(), name = reminderName }
        );
        return found.Reminders.SingleOrDefault();
    }

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        // Random, so that a reminder that was removed and registered again is not taken for the old one.
        var etag = RecordIds.New();
        await database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO reminder (grain, name, hash, start_at, period_ms, etag)
                    VALUES (@grain, @name, @hash, @start, @period, @etag)
                    ON CONFLICT (grain, name) DO UPDATE SET start_at = @start, period_ms = @period, etag = @etag
                    """,
                    new
                    {
                        grain = entry.GrainId.ToString(),
                        name = entry.ReminderName,
                        hash = (long)entry.GrainId.GetUniformHashCode(),
                        start = Instants.Text(entry.StartAt),
                        period = (long)entry.Period.TotalMilliseconds,
                        etag,
                    },
                    transaction
                )
        );
        return etag;
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        await database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "DELETE FROM reminder WHERE grain = @grain AND name = @name AND etag = @eTag",
                    new
                    {
                        grain = grainId.ToString(),
                        name = reminderName,
                        eTag,
                    },
                    transaction
                )
        ) > 0;

    public Task TestOnlyClearTable() =>
        database.Write(
            (connection, transaction) => connection.ExecuteAsync("DELETE FROM reminder", transaction: transaction)
        );

    private async Task<ReminderTableData> Read(string where, object parameters)
    {
        await using var connection = await database.Open();
        return new(
            (
                await connection.QueryAsync<Row>(
                    $"SELECT {Columns} FROM reminder WHERE {where} ORDER BY grain, name",
                    parameters
                )
            ).Select(row => row.Entry)
        );
    }

    private sealed record Row
    {
        public required string Grain { get; init; }

        public required string Name { get; init; }

        public required string StartAt { get; init; }

        public required long PeriodMs { get; init; }

        public required string Etag { get; init; }

        public ReminderEntry Entry =>
            new()
            {
                GrainId = GrainId.Parse(Grain),
                ReminderName = Name,
                StartAt = Instants.Read(StartAt).UtcDateTime,
                Period = TimeSpan.FromMilliseconds(PeriodMs),
                ETag = Etag,
            };
    }
}
