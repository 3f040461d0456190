using RabbitMQ.Client;

namespace JoorBus.Benchmarks.Amqp;

/// <summary>A persistent JSON message on its way to the broker.</summary>
public sealed record OutgoingMessage(string Exchange, string RoutingKey, Guid MessageId, ReadOnlyMemory<byte> Body)
{
    public IDictionary<string, object?>? Headers { get; init; }

    public BasicProperties Properties() => new()
    {
        MessageId = MessageId.ToString(),
        Persistent = true,
        ContentType = "application/json",
        Headers = Headers,
    };
}
