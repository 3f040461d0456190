using System.Net;
using System.Net.Sockets;

namespace JoorBus.Prove.World;

/// <summary>Ports below those that the system gives to outgoing connections, so that a killed host finds its own again.</summary>
internal static class QuietPort
{
    private const int First = 14_000;
    private const int Count = 5_000;

    public static int Find(int seed)
    {
        var start = (uint)seed + (uint)Environment.ProcessId;
        for (var step = 0u; step < Count; step++)
        {
            var port = First + (int)((start + step) % Count);
            if (IsFree(port))
                return port;
        }

        throw new InvalidOperationException($"No free port from {First} to {First + Count - 1}.");
    }

    private static bool IsFree(int port)
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
