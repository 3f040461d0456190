using JoorBus.Contracts.Orders;
using MassTransit;

namespace JoorBus.Benchmarks.PlainMassTransit;

/// <summary>MassTransit's own names, and the warehouse's queue beside them.</summary>
public static class PlainTopology
{
    public const string WarehouseQueue = "wms-orders";
    public static readonly string OrderAccepted = NameOf<WmsOrderAccepted>();
    public static readonly Uri WarehouseAddress = new($"exchange:{WarehouseQueue}");

    /// <summary>Tells MassTransit what a body without envelope is.</summary>
    public static readonly Dictionary<string, object?> AnswerHeaders = new()
    {
        [MessageHeaders.MessageType] = MessageUrn.ForTypeString<WmsOrderAccepted>(),
    };

    /// <summary>The exchange that MassTransit's default topology gives a message.</summary>
    public static string NameOf<T>()
        where T : class => $"{typeof(T).Namespace}:{typeof(T).Name}";

    public static async Task DeclareWarehouseAsync(Uri amqp, string queueType, CancellationToken cancellationToken)
    {
        await using var connection = await new RabbitMQ.Client.ConnectionFactory { Uri = amqp }.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = queueType };
        await channel.QueueDeclareAsync(WarehouseQueue, true, false, false, arguments, cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(WarehouseQueue, RabbitMQ.Client.ExchangeType.Fanout, true, false, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(WarehouseQueue, WarehouseQueue, "", cancellationToken: cancellationToken);
    }
}
