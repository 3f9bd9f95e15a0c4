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

    private readonly Lock _lock = new();
    private Task _return = Task.CompletedTask;
    private volatile bool _hasAnswered;

    /// <exception cref="DbException">The server did not come back in time, refuses, or has never answered.</exception>
    public async Task<DbConnection> Open(CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await OpenNow(cancellation);
            }
            catch (Exception failure) when (StoreExceptionFilter.IsTransient(failure) && _hasAnswered)
            {
                var left = MaxWait - TimeProvider.System.GetElapsedTime(start);
                if (left <= TimeSpan.Zero)
                    throw;
                await Task.WhenAny(Return(), Task.Delay(left, cancellation));
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>
    /// Completes when the server is back, or does not come back in time. One asks for all: a server that starts has
    /// better to do than to refuse hundreds of connections a second.
    /// </summary>
    private Task Return()
    {
        lock (_lock)
            return _return.IsCompleted ? _return = Look() : _return;
    }

    private async Task Look()
    {
        for (
            var start = TimeProvider.System.GetTimestamp();
            TimeProvider.System.GetElapsedTime(start) < MaxWait;
            await Task.Delay(Delay)
        )
        {
            try
            {
                source.Clear();
                await using var connection = await OpenNow(CancellationToken.None);
                return;
            }
            catch (Exception failure) when (StoreExceptionFilter.IsTransient(failure))
            {
                // Not yet.
            }
        }
    }

    /// <summary>Forgets all pooled connections, each of which would fail once.</summary>
    public void Clear() => source.Clear();

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public void Dispose() => source.Dispose();

    private async Task<DbConnection> OpenNow(CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            // A pooled connection may belong to a server that is gone, which only a question tells.
            await connection.ExecuteScalarAsync<int>(
                new CommandDefinition("SELECT 1", cancellationToken: cancellation)
            );
            _hasAnswered = true;
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
