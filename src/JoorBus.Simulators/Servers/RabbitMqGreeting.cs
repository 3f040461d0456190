using System.Net;
using System.Net.Sockets;

namespace JoorBus.Simulators.Servers;

/// <summary>Whether something on a port answers AMQP 0-9-1's protocol header as a broker does.</summary>
internal static class RabbitMqGreeting
{
    private const byte MethodFrame = 1;

    public static async ValueTask<bool> IsGivenAsync(int port, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
            await client.GetStream().WriteAsync("AMQP\0\0\t\u0001"u8.ToArray(), limit.Token);
            var answer = new byte[1];
            return await client.GetStream().ReadAsync(answer, limit.Token) == 1 && answer[0] == MethodFrame;
        }
        catch (Exception silent) when (silent is SocketException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
