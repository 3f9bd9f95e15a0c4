using System.Net;
using System.Net.Sockets;
using Matchmaker.Grains;
using Matchmaker.Silo.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Matchmaker.Silo;

/// <summary>One silo inside a host: the web process's own, or a process by itself.</summary>
public static class SiloHost
{
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Opens the database that <c>Matchmaker:Database</c> names, brings its schema up to date, and adds a silo on it.</summary>
    /// <param name="sample">How many sample spaces an empty database is filled with; null: none.</param>
    /// <exception cref="SettingException">A setting is wrong; the message fits one line.</exception>
    public static async Task AddMatchmakerSilo(this IHostApplicationBuilder builder, int? sample = null)
    {
        GrainServices.CheckSettings(builder.Configuration);
        var database = await Database.Start(builder.Configuration[Database.Setting]);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Logging.AddFilter("Orleans", LogLevel.Error); // because what a command prints is for its user
        // Because a start that is called off stops the reminders before they have begun, and says so twice.
        builder.Logging.AddFilter("Orleans.Runtime.ReminderService", LogLevel.None);
        builder.Logging.AddFilter("Orleans.Runtime.SiloLifecycleSubject", LogLevel.None);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort(), serviceId: "matchmaker", clusterId: "matchmaker");
            silo.Configure<SiloMessagingOptions>(options =>
            {
                options.ResponseTimeout = ResponseTimeout;
                options.CancelRequestOnTimeout = true;
            });
            silo.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = ResponseTimeout);
            silo.AddMatchmakerGrains(database);
        });
        if (sample is { } spaces)
            builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<SampleStart>(provider, spaces));
        builder.Services.AddHostedService<IndexesAtStart>();
        builder.Services.AddHostedService<ClockAtStart>();
    }

    // Because several embedded systems may run on one machine, each takes ports that nobody holds; they listen on loopback alone.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
