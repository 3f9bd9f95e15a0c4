using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Matchmaker.Silo.Clustering;

/// <summary>
/// Has a silo given up at once whose process is gone. Its connections end, and its machine says that nobody listens at its address: that is
/// proof, where probes that are missed are a guess that takes seconds. Silence proves nothing here and is left to the probes.
/// </summary>
internal sealed partial class DeadSiloDetector(
    IServiceProvider services,
    TimeProvider time,
    ILogger<DeadSiloDetector> log
)
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1);

    // Because a process that dies closes its connections one after another, its listener among them.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    private int _looking;

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
        if (Interlocked.Exchange(ref _looking, 1) == 1)
            return;
        await Task.Delay(Settling, time);
        Volatile.Write(ref _looking, 0);
        // Asked for now, because the connections are configured before there is a membership.
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
        using var patience = new CancellationTokenSource(MaxWait, time);
        try
        {
            await socket.ConnectAsync(address, patience.Token);
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
        Message = "Nobody listens any more at the address of silo {Gone}; it is given up"
    )]
    private static partial void LogGone(ILogger log, SiloAddress gone);
}
