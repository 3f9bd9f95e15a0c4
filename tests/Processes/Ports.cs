using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Matchmaker.Processes;

/// <summary>Ports for programs that are about to start.</summary>
public static class Ports
{
    // The operating system gives ports from 32 768 on to outgoing connections, which could take one before its program
    // listens.
    private const int First = 20_000;
    private const int End = 32_000;

    /// <summary>A port on which nothing listens.</summary>
    /// <param name="address">An address of this machine.</param>
    public static int Free(string address = "127.0.0.1")
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(
                    IPAddress.Parse(address),
                    RandomNumberGenerator.GetInt32(First, End)
                );
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                // Another port may be free.
            }
        }
    }
}
