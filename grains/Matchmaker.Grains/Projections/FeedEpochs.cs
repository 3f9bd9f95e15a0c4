using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Projections;

/// <summary>Counts how often a projection was built, so that its feeds never use a number twice.</summary>
internal sealed class FeedEpochs(Database database)
{
    /// <summary>Counts one more build, and returns how many there were before.</summary>
    public Task<long> Next(string projection, CancellationToken cancellation) =>
        database.Write(
            (connection, transaction) =>
                connection.ExecuteScalarAsync<long>(
                    """
                    INSERT INTO index_epoch (board, epoch) VALUES (@projection, 0)
                    ON CONFLICT (board) DO UPDATE SET epoch = index_epoch.epoch + 1
                    RETURNING epoch
                    """,
                    new { projection },
                    transaction
                ),
            cancellation
        );
}
