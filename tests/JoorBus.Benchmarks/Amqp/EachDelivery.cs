using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace JoorBus.Benchmarks.Amqp;

/// <summary>A queue consumed message by message, several at a time; the prefetch equals the concurrency.</summary>
public sealed class EachDelivery : IAsyncDisposable
{
    private readonly IChannel _channel;

    private EachDelivery(IChannel channel) => _channel = channel;

    /// <summary>Each message is acknowledged when <paramref name="take"/> returns.</summary>
    public static async Task<EachDelivery> ConsumeAsync(
        IConnection connection, string queue, ushort atATime, Func<Delivery, Task> take, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(false, false, consumerDispatchConcurrency: atATime), cancellationToken);
        await channel.BasicQosAsync(0, atATime, false, cancellationToken);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivered) =>
        {
            await take(Delivery.Of(delivered));
            await channel.BasicAckAsync(delivered.DeliveryTag, multiple: false, cancellationToken);
        };
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellationToken);
        return new EachDelivery(channel);
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();
}
