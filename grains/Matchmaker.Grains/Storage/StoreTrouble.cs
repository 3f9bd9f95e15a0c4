using System.Data.Common;
using System.Net.Sockets;
using Matchmaker.Contracts.Records;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Matchmaker.Grains.Storage;

/// <summary>
/// Turns a database's own exceptions into <see cref="StoreException"/> where a call ends, because PostgresException does not cross a process
/// border, and because the caller may try again. Refusals pass as they are.
/// </summary>
internal sealed class StoreTrouble(Database database) : IIncomingGrainCallFilter
{
    // The class of PostgreSQL's error codes for a server that is stopped, crashes or starts.
    private const string ServerStops = "57P";

    private const int SqliteConstraint = 19;

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception failure) when (Is(failure))
        {
            database.LookAnewAfter(failure);
            throw new StoreException(failure.Message);
        }
    }

    /// <summary>For what no call filter surrounds: an activation.</summary>
    public static async Task Named(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (Is(failure))
        {
            throw new StoreException(failure.Message);
        }
    }

    /// <summary>Whether the same may go well soon: the server is away or busy, or another writer was first.</summary>
    public static bool MayPass(Exception failure) =>
        failure switch
        {
            PostgresException refused => refused.IsTransient
                || refused.SqlState == PostgresErrorCodes.UniqueViolation
                || refused.SqlState.StartsWith(ServerStops, StringComparison.Ordinal),
            SqliteException refused => refused.SqliteErrorCode == SqliteConstraint,
            NpgsqlException or TimeoutException or IOException or SocketException => true,
            ObjectDisposedException or InvalidOperationException => failure.Source is "Npgsql",
            _ => false,
        };

    /// <summary>Whether it tells that the server went away, and with it every connection to it.</summary>
    public static bool IsGone(Exception failure) =>
        failure switch
        {
            PostgresException refused => refused.SqlState.StartsWith(ServerStops, StringComparison.Ordinal),
            NpgsqlException => true,
            _ => false,
        };

    public static bool Is(Exception failure) =>
        failure is DbException or IOException or ObjectDisposedException
        || (
            failure is TimeoutException or InvalidOperationException
            && failure.Source is "Npgsql" or "Microsoft.Data.Sqlite"
        );
}
