namespace Matchmaker.Cluster.Tests.Processes;

/// <summary>
/// Network namespaces joined by a bridge, so that a silo can be cut off from the others while the database and the web
/// hosts, which are in the test's own namespace, still reach it.
/// </summary>
internal sealed class Namespaces : IAsyncDisposable
{
    private const string Net = "198.18.77";
    private const string Bridge = "mm-bridge";
    private const int Count = 3;

    private static readonly string[] Mark = ["alias", "matchmaker cluster tests"];

    /// <summary>The bridge's own address, where the database listens.</summary>
    public static string Host => $"{Net}.1";

    public static string Name(int silo) => $"mm-silo-{silo}";

    public static string Address(int silo) => $"{Net}.{11 + silo}";

    /// <returns>Why this machine cannot have them; null: it can.</returns>
    public static async Task<string?> Obstacle()
    {
        if (!Command.IsRoot)
            return "network namespaces need root";
        try
        {
            await Remove();
            await Command.Run("ip", "netns", "add", Name(0));
            await Command.Run("ip", "netns", "del", Name(0));
            return null;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"this machine gives no network namespaces: {failure.Message}";
        }
    }

    public static async Task<Namespaces> Create()
    {
        // A run that was killed may have left its namespaces.
        await Remove();
        await Command.Run("ip", "link", "add", Bridge, "type", "bridge");
        await Command.Run("ip", ["link", "set", Bridge, .. Mark]);
        await Command.Run("ip", "addr", "add", $"{Host}/24", "dev", Bridge);
        await Command.Run("ip", "link", "set", Bridge, "up");
        for (var silo = 0; silo < Count; silo++)
            await Add(silo);
        return new();
    }

    /// <summary>
    /// From now on nothing comes from a silo to the other silos, so that no connection between them works.
    /// </summary>
    public static async Task Cut(int silo)
    {
        foreach (var other in Enumerable.Range(0, Count).Where(other => other != silo))
            await In(silo, "ip", "route", "add", "blackhole", Address(other));
    }

    public static async Task Heal(int silo)
    {
        foreach (var other in Enumerable.Range(0, Count).Where(other => other != silo))
            await In(silo, "ip", "route", "del", "blackhole", Address(other));
    }

    public async ValueTask DisposeAsync() => await Remove();

    private static async Task Add(int silo)
    {
        var (name, outside, inside) = (Name(silo), $"mm-out-{silo}", $"mm-in-{silo}");
        await Command.Run("ip", "netns", "add", name);
        await Command.Run("ip", "link", "add", outside, "type", "veth", "peer", "name", inside, "netns", name);
        await Command.Run("ip", "link", "set", outside, "master", Bridge, "up");
        await In(silo, "ip", "link", "set", "lo", "up");
        await In(silo, "ip", "addr", "add", $"{Address(silo)}/24", "dev", inside);
        await In(silo, "ip", "link", "set", inside, "up");
    }

    private static Task<string> In(int silo, params string[] command) =>
        Command.Run("ip", ["netns", "exec", Name(silo), .. command]);

    private static async Task Remove()
    {
        for (var silo = 0; silo < Count; silo++)
            await Command.Try("ip", "netns", "del", Name(silo));
        await Command.Try("ip", "link", "del", Bridge);
    }
}
