using System.Diagnostics;
using RabbitMQ.Client.Events;

namespace JoorBus.Benchmarks.Amqp;

/// <summary>A message as it came; the body is copied, for the client reuses its buffer.</summary>
public sealed record Delivery(ulong Tag, Guid MessageId, string Exchange, byte[] Body, long At)
{
    public static Delivery Of(BasicDeliverEventArgs delivered) => new(
        delivered.DeliveryTag, Guid.Parse(delivered.BasicProperties.MessageId!), delivered.Exchange, delivered.Body.ToArray(),
        Stopwatch.GetTimestamp());
}
