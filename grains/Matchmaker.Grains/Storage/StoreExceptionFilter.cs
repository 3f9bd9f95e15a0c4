using System.Data.Common;
using System.Net.Sockets;
using Matchmaker.Contracts.Records;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Matchmaker.Grains.Storage;

/// <summary>
/// Translates exceptions of the database into <see cref="StoreException"/>, which callers may repeat and which Orleans
/// can serialize; PostgresException it cannot. The domain's own exceptions pass unchanged.
/// </summary>
internal sealed class StoreExceptionFilter(Database database) : IIncomingGrainCallFilter
{
    // PostgreSQL's error codes for a server that stops, crashed or is starting.
    private const string ServerStops = "57P";

    private const int SqliteConstraint = 19;
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception failure) when (IsStoreFailure(failure))
        {
            database.Note(failure);
            throw new StoreException(failure.Message);
        }
    }

    /// <summary>For activations, which no call filter surrounds.</summary>
    public static async Task Translate(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (IsStoreFailure(failure))
        {
            throw new StoreException(failure.Message);
        }
    }

    /// <summary>Whether a repeat may succeed: the server is away or busy, or another writer was first.</summary>
    public static bool IsTransient(Exception failure) =>
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

    /// <summary>Whether the server went away, and every connection with it.</summary>
    public static bool IsServerGone(Exception failure) =>
        failure switch
        {
            PostgresException refused => refused.SqlState.StartsWith(ServerStops, StringComparison.Ordinal),
            NpgsqlException => true,
            _ => false,
        };

    /// <summary>Whether a page of the database, or its whole file, is not as it was written.</summary>
    public static bool IsDamage(Exception failure) =>
        failure switch
        {
            PostgresException refused => refused.SqlState
                is PostgresErrorCodes.DataCorrupted
                    or PostgresErrorCodes.IndexCorrupted,
            SqliteException refused => refused.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase,
            _ => false,
        };

    public static bool IsStoreFailure(Exception failure) =>
        failure is DbException or IOException or ObjectDisposedException
        || (
            failure is TimeoutException or InvalidOperationException
            && failure.Source is "Npgsql" or "Microsoft.Data.Sqlite"
        );
}
