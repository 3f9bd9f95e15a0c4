using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Matchmaker.Silo.Clustering;

/// <summary>
/// Declares a silo dead at once when its process is gone: its connections close, and its machine refuses a new one. A
/// refusal is proof, while missed probes take seconds. A silo that neither accepts nor refuses is left to the probes.
/// </summary>
internal sealed partial class DeadSiloDetector(
    IServiceProvider services,
    TimeProvider time,
    ILogger<DeadSiloDetector> log
)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(1);

    // A dying process closes its connections and its listener one after another.
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    private int _isLooking;

    public void On(SiloConnectionOptions options)
    {
        options.ConfigureSiloOutboundConnection(connection =>
            connection.Use(next => context => Watched(context, next))
        );
        options.ConfigureSiloInboundConnection(connection => connection.Use(next => context => Watched(context, next)));
    }

    private async Task Watched(ConnectionContext context, ConnectionDelegate next)
    {
        try
        {
            await next(context);
        }
        finally
        {
            Look().Ignore();
        }
    }

    private async Task Look()
    {
        if (Interlocked.Exchange(ref _isLooking, 1) == 1)
            return;
        await Task.Delay(Delay, time);
        Volatile.Write(ref _isLooking, 0);
        // Resolved here: the connections are configured before the membership service exists.
        var (members, self) = (
            services.GetRequiredService<IClusterMembershipService>(),
            services.GetRequiredService<ILocalSiloDetails>().SiloAddress
        );
        if (members.CurrentSnapshot.GetSiloStatus(self) is not SiloStatus.Active)
            return;
        foreach (
            var silo in members.CurrentSnapshot.Members.Values.Where(silo =>
                silo.Status is SiloStatus.Active && !silo.SiloAddress.Equals(self)
            )
        )
        {
            if (await Refuses(silo.SiloAddress.Endpoint) && await members.TryKill(silo.SiloAddress))
                LogGone(log, silo.SiloAddress);
        }
    }

    private async Task<bool> Refuses(IPEndPoint address)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        using var timeout = new CancellationTokenSource(ConnectTimeout, time);
        try
        {
            await socket.ConnectAsync(address, timeout.Token);
            return false;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode is SocketError.ConnectionRefused;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Nothing listens at the address of silo {Gone}: it is declared dead"
    )]
    private static partial void LogGone(ILogger log, SiloAddress gone);
}
