using System.Net;
using Matchmaker.Contracts;
using Microsoft.Extensions.Configuration;

namespace Matchmaker.Silo.Clustering;

/// <summary>The settings <c>Matchmaker:Cluster:*</c>: the cluster of a process, and where its silo listens.</summary>
internal sealed record ClusterSettings
{
    private const string Section = "Matchmaker:Cluster";

    /// <summary>The cluster's name in the database; clusters of different names do not see each other.</summary>
    public required string Id { get; init; }

    /// <summary>The address that the silo listens on and that others connect to.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>The port for other silos.</summary>
    public required int SiloPort { get; init; }

    /// <summary>The port for web hosts.</summary>
    public required int GatewayPort { get; init; }

    /// <summary>The port of the health probes.</summary>
    public required int HealthPort { get; init; }

    /// <summary>Null: connections between the processes are not encrypted.</summary>
    public required Certificates? Certificates { get; init; }

    /// <exception cref="SettingException">A setting is wrong; the message names it and fits one line.</exception>
    public static ClusterSettings OfSilo(IConfiguration settings)
    {
        var read = Of(settings, Certificates.ForServers);
        if (
            read.Certificates is null
            && !IPAddress.IsLoopback(read.Address)
            && settings[$"{Section}:Plain"] is not "true"
        )
        {
            throw new SettingException(
                $"{Section}:Certificate",
                $"a silo that others reach at {read.Address} needs certificates, "
                    + $"or {Section}:Plain=true on a network that only the cluster uses"
            );
        }

        return read;
    }

    /// <inheritdoc cref="OfSilo"/>
    public static ClusterSettings OfClient(IConfiguration settings) => Of(settings, Certificates.ForClients);

    private static ClusterSettings Of(IConfiguration settings, string purpose) =>
        new()
        {
            Id = settings[$"{Section}:Id"] is { Length: > 0 } id ? id : "matchmaker",
            Address = AddressOf(settings[$"{Section}:Address"]),
            SiloPort = Port(settings, "SiloPort", 11_111),
            GatewayPort = Port(settings, "GatewayPort", 30_000),
            HealthPort = Port(settings, "HealthPort", 8_081),
            Certificates = CertificatesOf(settings, purpose),
        };

    private static Certificates? CertificatesOf(IConfiguration settings, string purpose)
    {
        string[] names = ["Certificate", "Key", "Authority"];
        var files = names.Select(name => settings[$"{Section}:{name}"] is { Length: > 0 } file ? file : null).ToArray();
        if (files.All(file => file is null))
            return null;
        if (Array.IndexOf(files, null) is >= 0 and var missing)
            throw new SettingException(
                $"{Section}:{names[missing]}",
                "Certificate, Key and Authority are needed together"
            );
        return new Certificates(files[0]!, files[1]!, files[2]!).Checked(
            $"{Section}:Certificate",
            purpose,
            TimeProvider.System
        );
    }

    private static IPAddress AddressOf(string? text)
    {
        if (text is null or "")
            return IPAddress.Loopback;
        return
            IPAddress.TryParse(text, out var address)
            && !address.Equals(IPAddress.Any)
            && !address.Equals(IPAddress.IPv6Any)
            ? address
            : throw new SettingException(
                $"{Section}:Address",
                $"{text} is not an address of this machine, such as 192.0.2.7"
            );
    }

    private static int Port(IConfiguration settings, string name, int fallback)
    {
        if (settings[$"{Section}:{name}"] is not { Length: > 0 } text)
            return fallback;
        return int.TryParse(text, out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw new SettingException($"{Section}:{name}", $"{text} is not a port from 1 to {IPEndPoint.MaxPort}");
    }
}
