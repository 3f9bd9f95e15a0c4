using System.Data.Common;
using Dapper;
using Npgsql;

namespace Matchmaker.Grains.Storage;

/// <summary>
/// Connections to a PostgreSQL server that may go away for some seconds. Opening one changes nothing, so whoever needs
/// one waits until the server is back, and does its work once.
/// </summary>
internal sealed class PostgresServer(NpgsqlDataSource source) : IAsyncDisposable, IDisposable
{
    // Less than the time that a caller waits for an answer.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    // A pooled connection may belong to a server that is gone: the first one after a while is tried.
    private static readonly TimeSpan TrustedFor = TimeSpan.FromMilliseconds(200);

    private long _seenAt;

    /// <exception cref="DbException">The server did not come back in time, refuses, or has never answered.</exception>
    public async Task<DbConnection> Open(CancellationToken cancellation)
    {
        for (var start = TimeProvider.System.GetTimestamp(); ; await Task.Delay(Delay, cancellation))
        {
            try
            {
                return await OpenNow(cancellation);
            }
            catch (Exception failure)
                when (StoreExceptionFilter.IsServerGone(failure)
                    && Volatile.Read(ref _seenAt) != 0
                    && TimeProvider.System.GetElapsedTime(start) < MaxWait
                )
            {
                source.Clear();
            }
        }
    }

    /// <summary>Forgets all pooled connections, each of which would fail once.</summary>
    public void Clear()
    {
        source.Clear();
        if (Volatile.Read(ref _seenAt) != 0)
            Volatile.Write(ref _seenAt, 1);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public void Dispose() => source.Dispose();

    private async Task<DbConnection> OpenNow(CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            if (TimeProvider.System.GetElapsedTime(Volatile.Read(ref _seenAt)) > TrustedFor)
            {
                await connection.ExecuteScalarAsync<int>(
                    new CommandDefinition("SELECT 1", cancellationToken: cancellation)
                );
                Volatile.Write(ref _seenAt, TimeProvider.System.GetTimestamp());
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
