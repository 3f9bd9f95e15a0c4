using System.Net;
using System.Net.Sockets;

namespace Matchmaker.Processes;

/// <summary>Ports for programs that are about to start.</summary>
public static class Ports
{
    // The operating system gives ports from 32 768 on to outgoing connections, and an embedded silo takes its own from
    // 26 000 on: either could take a port before its program listens.
    private const int First = 20_000;
    private const int End = 26_000;

    private static int _given = Environment.ProcessId * 100;

    /// <summary>A port on which nothing listens, and which this process has given to no other program.</summary>
    /// <param name="address">An address of this machine.</param>
    public static int Free(string address = "127.0.0.1")
    {
        while (true)
        {
            var port = First + ((Interlocked.Increment(ref _given) & int.MaxValue) % (End - First));
            try
            {
                using var listener = new TcpListener(IPAddress.Parse(address), port);
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                // The next port may be free.
            }
        }
    }
}
