using System.Data.Common;
using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>
/// Turns a database's own exceptions into <see cref="StoreException"/> where a call ends, because PostgresException does not cross a process
/// border, and because the caller may try again. Refusals pass as they are.
/// </summary>
internal sealed class StoreTrouble : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception failure) when (Is(failure))
        {
            throw new StoreException(failure.Message);
        }
    }

    public static bool Is(Exception failure) =>
        failure is DbException or IOException or ObjectDisposedException
        || (failure is TimeoutException or InvalidOperationException && failure.Source is "Npgsql" or "Microsoft.Data.Sqlite");
}
