using System.Collections.Concurrent;
using System.Net;
using Matchmaker.Web.Security;
using Microsoft.AspNetCore.Connections;

namespace Matchmaker.Web.Load;

/// <summary>
/// Bounds how many connections one address holds, so that no address takes all of the host's. This machine and the
/// trusted proxies, behind which everybody may be, are not bounded.
/// </summary>
internal sealed class AddressConnections(TrustedProxies proxies)
{
    /// <summary>The most connections in all.</summary>
    public const int InAll = 16_384;

    private const int OfAddress = InAll / 8;

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public ConnectionDelegate Bound(ConnectionDelegate next) =>
        async connection =>
        {
            var address = (connection.RemoteEndPoint as IPEndPoint)?.Address;
            if (address is null || IPAddress.IsLoopback(address) || proxies.Trusts(address))
            {
                await next(connection);
                return;
            }

            var network = LoadCaller.Network(address);
            try
            {
                if (_counts.AddOrUpdate(network, 1, (_, count) => count + 1) <= OfAddress)
                    await next(connection);
                else
                    connection.Abort();
            }
            finally
            {
                if (_counts.AddOrUpdate(network, 0, (_, count) => count - 1) == 0)
                    _counts.TryRemove(new(network, 0));
            }
        };
}
