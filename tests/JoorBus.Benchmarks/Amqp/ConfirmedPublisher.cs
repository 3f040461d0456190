using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace JoorBus.Benchmarks.Amqp;

/// <summary>One publishing channel: sends without waiting, and tells of each confirm through a ring of sequence numbers.</summary>
public sealed class ConfirmedPublisher : IAsyncDisposable
{
    private const int RingSize = 1024;
    private readonly IChannel _channel;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource?[] _ring = new TaskCompletionSource?[RingSize];
    private ulong _next = 1;
    private ulong _confirmed;

    private ConfirmedPublisher(IChannel channel)
    {
        _channel = channel;
        channel.BasicAcksAsync += (_, ack) => ConfirmedAsync(ack);
        channel.BasicNacksAsync += (_, nack) => RefusedAsync(nack);
        channel.ChannelShutdownAsync += (_, reason) => ClosedAsync(reason);
    }

    public static async Task<ConfirmedPublisher> OpenAsync(IConnection connection, CancellationToken cancellationToken) =>
        new(await connection.CreateChannelAsync(new CreateChannelOptions(true, false), cancellationToken));

    /// <summary>Returns when the message is written; the returned task ends with the broker's confirm.</summary>
    public async Task<Task> PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var slot = (int)(_next % RingSize);
            if (Volatile.Read(ref _ring[slot]) is { } waiting)
                await waiting.Task.WaitAsync(cancellationToken);

            var confirm = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _ring[slot], confirm);
            _next++;
            await _channel.BasicPublishAsync(
                message.Exchange, message.RoutingKey, mandatory: false, message.Properties(), message.Body, cancellationToken);
            return confirm.Task;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        _turn.Dispose();
    }

    private Task ConfirmedAsync(BasicAckEventArgs ack)
    {
        for (var number = ack.Multiple ? _confirmed + 1 : ack.DeliveryTag; number <= ack.DeliveryTag; number++)
            Take(number)?.TrySetResult();
        if (ack.Multiple)
            _confirmed = ack.DeliveryTag;
        return Task.CompletedTask;
    }

    private Task RefusedAsync(BasicNackEventArgs nack)
    {
        Take(nack.DeliveryTag)?.TrySetException(new InvalidOperationException("The broker refused a message."));
        return Task.CompletedTask;
    }

    private Task ClosedAsync(ShutdownEventArgs reason)
    {
        foreach (var waiting in _ring)
            waiting?.TrySetException(new InvalidOperationException($"The channel closed: {reason.ReplyText}"));
        return Task.CompletedTask;
    }

    private TaskCompletionSource? Take(ulong number) => Interlocked.Exchange(ref _ring[(int)(number % RingSize)], null);
}
