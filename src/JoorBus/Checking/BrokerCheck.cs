using JoorBus.Messaging;

namespace JoorBus.Checking;

/// <summary>Whether the bus can be used.</summary>
internal static class BrokerCheck
{
    private const string What = "broker";

    public static async Task<IReadOnlyList<CheckRow>> RunAsync(MessagingOptions options, CancellationToken cancellationToken)
    {
        if (options.EffectiveTransport == BusTransport.Memory)
        {
            return [CheckRow.Note(What, "the bus is in memory", "For production set JOORBUS__RABBITMQ=amqp://user:password@host:5672/vhost.")];
        }

        var uri = new Uri(options.RabbitMq!);
        return await BrokerProbe.TryAsync(uri, QueueName.WmsOrders, cancellationToken) switch
        {
            BrokerFinding.Reached reached => [CheckRow.Ok(What, $"RabbitMQ {reached.Version} at {uri.Authority}, virtual host '{uri.AbsolutePath}'"), Queue(reached.Queue)],
            BrokerFinding.NotReached(var finding, var advice) => [CheckRow.Failed(What, finding, advice)],
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not a finding this version knows"),
        };
    }

    private static CheckRow Queue(QueueFinding? queue)
    {
        const string what = $"queue {QueueName.WmsOrders}";
        return queue switch
        {
            null => CheckRow.Note(what, "it is not there yet", "Nothing: the first start of joorbus run creates it."),
            { Consumers: 0 } => CheckRow.Note(what, $"{queue.Messages} commands wait and no warehouse listens", $"Let the WMS, or a bridge to it, consume {QueueName.WmsOrders}."),
            _ => CheckRow.Ok(what, $"{queue.Messages} commands wait, {queue.Consumers} consumers listen"),
        };
    }
}
