using System.Net;
using System.Net.Sockets;

namespace JoorBus.Simulators.Servers;

/// <summary>
/// Ports below the range that Linux hands to outgoing connections: in that range a client that keeps reconnecting to a
/// stopped server can take the server's port, or even connect to itself.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;

    /// <summary>The first free port from a start that the seed decides, so that neighbours rarely try the same one.</summary>
    public static int Find(uint seed, params int[] except)
    {
        for (var step = 0u; step < Count; step++)
        {
            var port = First + (int)((seed + step) % Count);
            if (!except.Contains(port) && IsFree(port))
                return port;
        }

        throw new ServerUnavailableException($"No free port between {First} and {First + Count - 1} on this machine's loopback address.");
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
