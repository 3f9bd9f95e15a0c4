using System.Net;
using Matchmaker.Grains;
using Microsoft.Extensions.Configuration;

namespace Matchmaker.Silo.Clustering;

/// <summary>Which cluster a process belongs to, and where its silo listens: the settings <c>Matchmaker:Cluster:*</c>.</summary>
internal sealed record ClusterSettings
{
    private const string Section = "Matchmaker:Cluster";

    /// <summary>The cluster's name in the database: clusters of other names do not see each other.</summary>
    public required string Id { get; init; }

    /// <summary>The one address that the silo listens on, and under which others reach it.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>Where other silos connect.</summary>
    public required int SiloPort { get; init; }

    /// <summary>Where web hosts connect.</summary>
    public required int GatewayPort { get; init; }

    /// <exception cref="SettingException">One of them is wrong; the message names it and fits one line.</exception>
    public static ClusterSettings Of(IConfiguration settings) => new()
    {
        Id = settings[$"{Section}:Id"] is { Length: > 0 } id ? id : "matchmaker",
        Address = AddressOf(settings[$"{Section}:Address"]),
        SiloPort = Port(settings, "SiloPort", 11_111),
        GatewayPort = Port(settings, "GatewayPort", 30_000),
    };

    private static IPAddress AddressOf(string? text)
    {
        if (text is null or "")
            return IPAddress.Loopback;
        return IPAddress.TryParse(text, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
            ? address
            : throw new SettingException($"{Section}:Address", $"{text} is not an address of this machine, such as 192.0.2.7");
    }

    private static int Port(IConfiguration settings, string name, int usual)
    {
        if (settings[$"{Section}:{name}"] is not { Length: > 0 } text)
            return usual;
        return int.TryParse(text, out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw new SettingException($"{Section}:{name}", $"{text} is not a port from 1 to {IPEndPoint.MaxPort}");
    }
}
