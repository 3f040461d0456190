using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace JoorBus.Benchmarks.Amqp;

/// <summary>One loop over a queue: takes what waits, never lingers, acknowledges a whole batch at once.</summary>
public sealed class DeliveryBatches : IAsyncDisposable
{
    private readonly Channel<Delivery> _waiting = Channel.CreateUnbounded<Delivery>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IChannel _channel;
    private readonly int _limit;

    private DeliveryBatches(IChannel channel, int limit) => (_channel, _limit) = (channel, limit);

    public static async Task<DeliveryBatches> OpenAsync(
        IConnection connection, string queue, ushort prefetch, int limit, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var batches = new DeliveryBatches(channel, limit);
        await channel.BasicQosAsync(0, prefetch, false, cancellationToken);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivered) => batches._waiting.Writer.WriteAsync(Delivery.Of(delivered), cancellationToken).AsTask();
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellationToken);
        return batches;
    }

    /// <summary>Hands over batch after batch; each is acknowledged when <paramref name="take"/> returns.</summary>
    public async Task RunAsync(Func<IReadOnlyList<Delivery>, Task> take, CancellationToken cancellationToken)
    {
        var batch = new List<Delivery>(_limit);
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken))
        {
            batch.Clear();
            while (batch.Count < _limit && _waiting.Reader.TryRead(out var delivery))
                batch.Add(delivery);
            await take(batch);
            await _channel.BasicAckAsync(batch[^1].Tag, multiple: true, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();
}
