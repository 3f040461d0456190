using RabbitMQ.Client;

namespace JoorBus.Benchmarks.Twins;

/// <summary>The three hops: event to translate and track, command to the warehouse, answer to track.</summary>
public static class TwinTopology
{
    public const string OrderReceived = "order-received";
    public const string OrderAccepted = "order-accepted";
    public const string TranslateQueue = "orders-translate";
    public const string TrackQueue = "orders-track";
    public const string WarehouseQueue = "wms-orders";

    public static async Task DeclareAsync(IConnection connection, string queueType, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = queueType };
        foreach (var queue in new[] { TranslateQueue, TrackQueue, WarehouseQueue })
            await channel.QueueDeclareAsync(queue, true, false, false, arguments, cancellationToken: cancellationToken);
        foreach (var exchange in new[] { OrderReceived, OrderAccepted })
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, true, false, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(TranslateQueue, OrderReceived, "", cancellationToken: cancellationToken);
        await channel.QueueBindAsync(TrackQueue, OrderReceived, "", cancellationToken: cancellationToken);
        await channel.QueueBindAsync(TrackQueue, OrderAccepted, "", cancellationToken: cancellationToken);
    }
}
