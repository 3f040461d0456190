using System.Text;
using JoorBus.Inventory;
using JoorBus.Products;
using JoorBus.Simulators.Wms;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace JoorBus.Prove.Judging;

/// <summary>What waits in the broker.</summary>
/// <param name="Waiting">Messages in the working queues.</param>
/// <param name="Dead">Dead letters by queue.</param>
internal sealed record Queues(long Waiting, IReadOnlyDictionary<string, long> Dead)
{
    private static readonly string[] Working = 
    [
        "orders-translate", "orders-track", WmsSimulatorRegistration.Endpoint, WmsSimulatorRegistration.PushEndpoint,
        InventoryQueues.Receive, InventoryQueues.Count, InventoryQueues.Subtract, ProductQueues.Receive, ProductQueues.Count,
    ];

    private static readonly string[] DeadLetters =
        ["orders-poll_error", .. Working.SelectMany(queue => new[] { $"{queue}_error", $"{queue}_skipped" })];

    public static async Task<Queues> LookAsync(string amqp, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = new Uri(amqp) };
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        var waiting = 0L;
        foreach (var queue in Working)
            waiting += await CountAsync(connection, queue, cancellationToken);
        var dead = new Dictionary<string, long>();
        foreach (var queue in DeadLetters)
        {
            if (await CountAsync(connection, queue, cancellationToken) is var count && count > 0)
                dead.Add(queue, count);
        }

        return new Queues(waiting, dead);
    }

    /// <summary>Why each dead letter is one. To be asked once: a queue with a delivery limit drops what was looked at too often.</summary>
    public async Task<IReadOnlyList<string>> ReasonsAsync(string amqp, CancellationToken cancellationToken)
    {
        if (Dead.Count == 0)
            return [];
        var reasons = new List<string>();
        await using var connection = await new ConnectionFactory { Uri = new Uri(amqp) }.CreateConnectionAsync(cancellationToken);
        foreach (var queue in Dead.Keys)
            reasons.AddRange(await ReasonsAsync(connection, queue, cancellationToken));
        return reasons;
    }

    private static async Task<long> CountAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException)
        {
            // A dead-letter queue exists from its first letter on.
            return 0;
        }
    }

    // Nothing is acknowledged, so everything goes back when the channel closes.
    private static async Task<List<string>> ReasonsAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        var reasons = new List<string>();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        while (await channel.BasicGetAsync(queue, autoAck: false, cancellationToken) is { } letter)
            reasons.Add($"{queue}: {letter.BasicProperties.MessageId} {Header(letter.BasicProperties, "MT-Fault-Message") ?? Header(letter.BasicProperties, "MT-Reason")}");
        return reasons;
    }

    private static string? Header(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers is { } headers && headers.TryGetValue(name, out var value) && value is byte[] text ? Encoding.UTF8.GetString(text) : null;
}
