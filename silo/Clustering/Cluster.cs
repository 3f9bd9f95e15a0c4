using Matchmaker.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Matchmaker.Silo.Clustering;

/// <summary>
/// How silos and web hosts find each other in PostgreSQL, and when a silo that does not answer is declared dead.
/// </summary>
internal static class Cluster
{
    public const string Service = "matchmaker";

    /// <summary>The timeout of a silo's calls.</summary>
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The timeout of a web host's calls; Orleans checks it once a second. It is short, since a web host does not learn
    /// that a call was lost which one silo forwarded to a dead silo: a repeatable call is sent again then. Every other
    /// method declares a response timeout of its own.
    /// </summary>
    public static readonly TimeSpan ClientTimeout = TimeSpan.FromSeconds(2.5);

    public static void JoinCluster(this ISiloBuilder silo, ClusterSettings settings, string database)
    {
        silo.Configure<ClusterOptions>(options => Name(options, settings));
        silo.ConfigureEndpoints(
            settings.Address,
            settings.SiloPort,
            settings.GatewayPort,
            listenOnAnyHostAddress: false
        );
        silo.UseAdoNetClustering(options =>
            (options.Invariant, options.ConnectionString) = (Database.Provider, Database.ForProviders(database))
        );
        if (settings.Certificates is { } certificates)
        {
            silo.Services.AddSingleton(certificates).AddSingleton<MutualTls>();
            silo.Services.AddOptions<SiloConnectionOptions>().Configure<MutualTls>((options, tls) => tls.On(options));
        }

        silo.Services.AddSingleton<DeadSiloDetector>();
        silo.Services.AddOptions<SiloConnectionOptions>()
            .Configure<DeadSiloDetector>((options, detector) => detector.On(options));
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromSeconds(2);
            options.MinProbeTimeout = TimeSpan.FromSeconds(1);
            options.MaxProbeTimeout = TimeSpan.FromSeconds(3);
            options.NumMissedProbesLimit = 3;
            options.NumVotesForDeathDeclaration = 2;
            options.TableRefreshTimeout = TimeSpan.FromSeconds(15);
            options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
            // The connections of a frozen silo stay open, and would keep it in the cluster for a minute.
            options.EnableConnectionLivenessCheck = false;
        });
    }

    public static void JoinCluster(this IClientBuilder client, ClusterSettings settings, string database)
    {
        client.Configure<ClusterOptions>(options => Name(options, settings));
        client.UseAdoNetClustering(options =>
            (options.Invariant, options.ConnectionString) = (Database.Provider, Database.ForProviders(database))
        );
        if (settings.Certificates is { } certificates)
        {
            client.Services.AddSingleton(certificates).AddSingleton<MutualTls>();
            client
                .Services.AddOptions<ClientConnectionOptions>()
                .Configure<MutualTls>((options, tls) => tls.On(options));
        }

        client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5));
    }

    private static void Name(ClusterOptions options, ClusterSettings settings) =>
        (options.ServiceId, options.ClusterId) = (Service, settings.Id);
}
