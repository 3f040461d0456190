using MassTransit.Middleware;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace JoorBus.Inventory.Receiving;

/// <summary>The channel of the endpoint as MassTransit sees it: deliveries pass <see cref="LevelDeliveries"/> first, acknowledgements go in groups.</summary>
internal sealed class LevelChannel(ChannelContext channel, LevelDeliveries deliveries, AheadConsumers ahead, GroupedAcknowledgements acknowledgements) : ProxyPipeContext(channel), ChannelContext
{
    public IChannel Channel => channel.Channel;

    public ConnectionContext ConnectionContext => channel.ConnectionContext;

    public ValueTask BasicAck(ulong deliveryTag, bool multiple, CancellationToken cancellationToken)
    {
        acknowledgements.Done(multiple ? throw new NotSupportedException("MassTransit acknowledges one by one") : deliveryTag);
        return ValueTask.CompletedTask;
    }

    public Task BasicNack(ulong deliveryTag, bool multiple, bool requeue, CancellationToken cancellationToken)
    {
        acknowledgements.GiveBack(multiple || !requeue ? throw new NotSupportedException("MassTransit gives back one by one") : deliveryTag);
        return Task.CompletedTask;
    }

    public Task<string> BasicConsume(
        string queue, bool noAck, bool exclusive, IDictionary<string, object?> arguments, IAsyncBasicConsumer consumer, string consumerTag, CancellationToken cancellationToken) =>
        ahead.BeginAsync(queue, noAck, exclusive, arguments, deliveries.Before(consumer), consumerTag, cancellationToken);

    public async Task BasicCancel(string consumerTag, CancellationToken cancellationToken)
    {
        await channel.BasicCancel(consumerTag, cancellationToken).ConfigureAwait(false);
        await ahead.EndAsync(cancellationToken).ConfigureAwait(false);
        await deliveries.StopAsync(cancellationToken).ConfigureAwait(false);
        await acknowledgements.EndAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task BasicPublishAsync(
        string exchange, string routingKey, bool mandatory, BasicProperties basicProperties, byte[] body, bool awaitAck, CancellationToken cancellationToken) =>
        channel.BasicPublishAsync(exchange, routingKey, mandatory, basicProperties, body, awaitAck, cancellationToken);

    public Task ExchangeBind(string destination, string source, string routingKey, IDictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        channel.ExchangeBind(destination, source, routingKey, arguments, cancellationToken);

    public Task ExchangeDeclare(string exchange, string type, bool durable, bool autoDelete, IDictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        channel.ExchangeDeclare(exchange, type, durable, autoDelete, arguments, cancellationToken);

    public Task ExchangeDeclarePassive(string exchange, CancellationToken cancellationToken) => channel.ExchangeDeclarePassive(exchange, cancellationToken);

    public Task QueueBind(string queue, string exchange, string routingKey, IDictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        channel.QueueBind(queue, exchange, routingKey, arguments, cancellationToken);

    public Task<QueueDeclareOk> QueueDeclare(
        string queue, bool durable, bool exclusive, bool autoDelete, IDictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        channel.QueueDeclare(queue, durable, exclusive, autoDelete, arguments, cancellationToken);

    public Task<QueueDeclareOk> QueueDeclarePassive(string queue, CancellationToken cancellationToken) => channel.QueueDeclarePassive(queue, cancellationToken);

    public Task<uint> QueuePurge(string queue, CancellationToken cancellationToken) => channel.QueuePurge(queue, cancellationToken);

    public Task BasicQos(uint prefetchSize, ushort prefetchCount, bool global, CancellationToken cancellationToken) =>
        channel.BasicQos(prefetchSize, prefetchCount, global, cancellationToken);

    public void NotifyFaulted(Exception exception, Uri inputAddress) => channel.NotifyFaulted(exception, inputAddress);
}
