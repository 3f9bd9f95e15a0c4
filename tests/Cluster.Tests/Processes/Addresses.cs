namespace Matchmaker.Cluster.Tests.Processes;

/// <summary>
/// Addresses of one cluster in 127.0.0.0/8, which no other run of the tests on this machine has at the same time.
/// </summary>
internal sealed class Addresses
{
    private static int _clusters;

    private readonly string _net =
        $"127.{64 + (Environment.ProcessId % 128)}.{1 + ((Environment.ProcessId / 128 + (16 * Interlocked.Increment(ref _clusters))) % 250)}";

    public string Postgres => $"{_net}.2";

    public string Silo(int number) => $"{_net}.{11 + number}";

    public string Web(int number) => $"{_net}.{21 + number}";
}
