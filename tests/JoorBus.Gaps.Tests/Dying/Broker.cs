using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace JoorBus.Gaps.Tests.Dying;

internal static class Broker
{
    private static readonly string[] Queues = ["orders-translate", "orders-track", "wms-orders"];

    /// <summary>Messages in the working queues and in their dead-letter queues.</summary>
    public static async Task<long> WaitingAsync(string amqp)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(amqp) }.CreateConnectionAsync();
        var waiting = 0L;
        foreach (var queue in Queues.SelectMany(name => new[] { name, $"{name}_error", $"{name}_skipped" }))
            waiting += await CountAsync(connection, queue);
        return waiting;
    }

    private static async Task<long> CountAsync(IConnection connection, string queue)
    {
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException)
        {
            // A dead-letter queue exists from its first letter on.
            return 0;
        }
    }
}
