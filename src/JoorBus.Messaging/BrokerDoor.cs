using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace JoorBus.Messaging;

/// <summary>
/// Lets an attempt to connect wait until the broker listens. MassTransit itself pauses up to half a minute between attempts, also when the
/// broker has long come back.
/// </summary>
internal sealed partial class BrokerDoor(IReadOnlyList<Uri> nodes, TimeProvider clock, ILogger log, CancellationToken stopping)
{
    /// <summary>After this the attempt is made all the same, and says why it fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PatienceWithOne = TimeSpan.FromSeconds(3);

    /// <summary>Returns when a node listens, when the host stops, or after <see cref="Patience"/>.</summary>
    public async Task WaitAsync()
    {
        var began = clock.GetTimestamp();
        for (var turn = 0; !await AnyListensAsync().ConfigureAwait(false) && !stopping.IsCancellationRequested && clock.GetElapsedTime(began) < Patience; turn++)
        {
            if (turn == 0)
                Away(log, string.Join(", ", nodes.Select(node => $"{node.Host}:{PortOf(node)}")));
            await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> AnyListensAsync()
    {
        foreach (var node in nodes)
        {
            if (await ListensAsync(node).ConfigureAwait(false))
                return true;
        }

        return false;
    }

    private async Task<bool> ListensAsync(Uri node)
    {
        using var client = new TcpClient();
        using var late = new CancellationTokenSource(PatienceWithOne, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            await client.ConnectAsync(node.Host, PortOf(node), either.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    private static int PortOf(Uri node) => node.Port > 0 ? node.Port : node.Scheme == "amqps" ? 5671 : 5672;

    [LoggerMessage(Level = LogLevel.Warning, Message = "broker.away Nothing listens at {Nodes:l}; looked for every second, and connected as soon as it listens")]
    private static partial void Away(ILogger log, string nodes);
}
