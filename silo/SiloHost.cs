using System.Net;
using System.Net.Sockets;
using Matchmaker.Contracts;
using Matchmaker.Grains;
using Matchmaker.Grains.Storage;
using Matchmaker.Silo.Clustering;
using Matchmaker.Silo.Sample;
using Matchmaker.Silo.Sample.Weeks;
using Matchmaker.Silo.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace Matchmaker.Silo;

/// <summary>
/// Composes a process: a whole system on a SQLite file, or a silo or a client of the cluster on a PostgreSQL database.
/// </summary>
public static class SiloHost
{
    // More requests waiting for one grain would time out anyway, and fill the memory.
    private const int MaxEnqueued = 10_000;

    // Below the ephemeral range, from which an outgoing connection could take a port before the process listens.
    private const int FirstPort = 26_000;
    private const int EndOfPorts = 32_000;

    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);

    private static int _lookedAt = Environment.ProcessId * 2;

    /// <summary>
    /// The system behind a web host or a command: a silo in this process on SQLite, the cluster's silos on PostgreSQL.
    /// </summary>
    /// <param name="sample">The sample data for an empty database; null: none.</param>
    /// <exception cref="SettingException">A setting is wrong; the message fits one line.</exception>
    public static async Task AddMatchmaker(this IHostApplicationBuilder builder, SampleChoice? sample = null)
    {
        builder.AddTelemetry("matchmaker-web");
        if (Database.IsPostgres(builder.Configuration[Database.Setting]))
            await builder.AddClient();
        else
            await builder.AddSilo(
                silo =>
                    silo.UseLocalhostClustering(
                        FreePort(),
                        FreePort(),
                        serviceId: Cluster.Service,
                        clusterId: Cluster.Service
                    ),
                sample
            );
        if (sample is not null)
            builder.Services.AddHostedService(provider =>
                ActivatorUtilities.CreateInstance<SampleStart>(provider, sample)
            );
    }

    /// <summary>One silo of a cluster.</summary>
    /// <exception cref="SettingException">A setting is wrong, or the database is not PostgreSQL; the message fits one
    /// line.</exception>
    public static async Task AddMatchmakerSilo(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration[Database.Setting] is not { } setting || !Database.IsPostgres(setting))
            throw new SettingException(
                Database.Setting,
                "a silo of a cluster needs PostgreSQL (Host=...); on a SQLite file the web host is the whole system"
            );
        var settings = ClusterSettings.OfSilo(builder.Configuration);
        builder.AddTelemetry("matchmaker-silo");
        await builder.AddSilo(silo => silo.JoinCluster(settings, setting));
        builder.Services.AddHostedService<DeadSiloListener>();
    }

    private static async Task AddSilo(
        this IHostApplicationBuilder builder,
        Action<ISiloBuilder> join,
        SampleChoice? sample = null
    )
    {
        GrainServices.CheckSettings(builder.Configuration);
        var database = await Database.Start(builder.Configuration[Database.Setting]);
        // On a cluster the silos have clocks of their own, which cannot walk through past weeks together.
        if (sample is { History: true } && database.IsSqlite && await database.IsEmpty())
            builder.Services.AddSingleton<TimeProvider>(SampleWeeks.Clock());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.QuietOrleans();
        builder.UseOrleans(silo =>
        {
            if (TelemetrySetup.IsOn(builder.Configuration))
                silo.AddActivityPropagation();
            join(silo);
            silo.Configure<SiloMessagingOptions>(options =>
            {
                (options.ResponseTimeout, options.CancelRequestOnTimeout) = (Cluster.ResponseTimeout, true);
                options.MaxEnqueuedRequestsHardLimit = MaxEnqueued;
            });
            silo.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = Cluster.ResponseTimeout);
            silo.AddOutgoingGrainCallFilter<RetryGrainCallFilter>();
            silo.AddMatchmakerGrains(database);
            silo.AddDashboard(options => options.HideTrace = true);
        });
        builder.Services.AddHostedService<ProjectionWarmUp>();
        builder.Services.AddHostedService<ClockAtStart>();
    }

    private static async Task AddClient(this IHostApplicationBuilder builder)
    {
        var (settings, database) = (
            ClusterSettings.OfClient(builder.Configuration),
            builder.Configuration[Database.Setting]!
        );
        await Database.WaitForSchema(database, MaxWait, TimeProvider.System);
        builder.QuietOrleans();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.UseOrleansClient(client =>
        {
            client.JoinCluster(settings, database);
            if (TelemetrySetup.IsOn(builder.Configuration))
                client.AddActivityPropagation();
            client.Configure<ClientMessagingOptions>(options =>
                (options.ResponseTimeout, options.CancelRequestOnTimeout) = (Cluster.ClientTimeout, true)
            );
            client.UseConnectionRetryFilter<ClusterConnectRetry>();
            client.AddOutgoingGrainCallFilter<RetryGrainCallFilter>();
            client.AddDashboard(options => options.HideTrace = true);
        });
    }

    private static void QuietOrleans(this IHostApplicationBuilder builder)
    {
        // Every log line carries its time in UTC.
        builder.Services.PostConfigure<ConsoleLoggerOptions>(options =>
            options.FormatterName ??= ConsoleFormatterNames.Simple
        );
        builder.Services.PostConfigure<SimpleConsoleFormatterOptions>(options =>
            (options.TimestampFormat, options.UseUtcTimestamp) = (
                options.TimestampFormat ?? "yyyy-MM-ddTHH:mm:ss.fffZ ",
                true
            )
        );
        builder.Logging.AddFilter("Polly", LogLevel.Warning); // Orleans places each grain through a Polly pipeline.
        builder.Logging.AddFilter("Orleans", LogLevel.Error); // The console belongs to the user of a command.
        builder.Logging.AddFilter("Orleans.Connections.Security", LogLevel.Warning); // Why a TLS handshake failed.
        // A cancelled start stops the reminder service before it has begun, which logs two errors.
        builder.Logging.AddFilter("Orleans.Runtime.ReminderService", LogLevel.None);
        builder.Logging.AddFilter("Orleans.Runtime.SiloLifecycleSubject", LogLevel.None);
    }

    // Several embedded systems may run on one machine, so each takes free ports; they listen on loopback only. Systems
    // that start at once look at different ports, because each looks from its own process on, and asks for two.
    private static int FreePort()
    {
        for (; ; )
        {
            var port = FirstPort + ((Interlocked.Increment(ref _lookedAt) & int.MaxValue) % (EndOfPorts - FirstPort));
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // The port is in use.
            }
        }
    }
}
