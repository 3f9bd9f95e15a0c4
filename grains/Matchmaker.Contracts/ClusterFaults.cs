using System.Net.Sockets;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts;

/// <summary>
/// Tells what happens to a cluster from what is wrong with a program: the one passes, and whoever called may try again.
/// </summary>
public static class ClusterFaults
{
    private const int MaxDepth = 8;

    /// <summary>
    /// Whether a call failed since a silo, the database or the network between was away, busy, changing or stopping, or
    /// of another release. A call that the caller gave up itself is not asked about.
    /// </summary>
    public static bool Is(Exception failure) => Is(failure, 0);

    private static bool Is(Exception failure, int depth) =>
        failure switch
        {
            StoreException or TimeoutException => true,
            // A call that ends with its silo, its grain or its time.
            OperationCanceledException or ObjectDisposedException => true,
            IOException or SocketException => true,
            AggregateException several => depth < MaxDepth
                && several.InnerExceptions.Count > 0
                && several.InnerExceptions.All(inner => Is(inner, depth + 1)),
            // Also what only another release can read. Orleans' doubts about an activation have no type of their own.
            _ => IsOrleans(failure.GetType().Namespace)
                || (failure is InvalidOperationException or ApplicationException && IsOrleans(failure.Source)),
        };

    private static bool IsOrleans(string? name) =>
        name is "Orleans" || name?.StartsWith("Orleans.", StringComparison.Ordinal) == true;
}
