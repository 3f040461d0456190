using JoorBus.Persistence.Committing;
using MassTransit;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;

namespace JoorBus.Persistence.Consuming;

/// <summary>Publishes through a unit of work outside of a consumer, as pollers and watchers do.</summary>
public sealed class OutboxPublisher(IBus bus, TimeProvider clock)
{
    /// <summary>Adds the event to the unit under an id that the caller derived from its cause.</summary>
    public async Task PublishAsync<T>(UnitOfWork unit, T message, Guid messageId, CancellationToken cancellationToken)
        where T : class
    {
        var capture = new Capture(unit, messageId, clock);
        var endpoint = await new OutboxPublishEndpointProvider(capture, bus).GetPublishSendEndpoint<T>().ConfigureAwait(false);
        await endpoint.Send(message, cancellationToken).ConfigureAwait(false);
    }

    private sealed class Capture(UnitOfWork unit, Guid messageId, TimeProvider clock) : OutboxSendContext
    {
        public Task AddSend<T>(SendContext<T> context)
            where T : class
        {
            context.MessageId = messageId;
            unit.Send(SerializedMessage.From(context, clock.GetUtcNow(), unit.Lease));
            return Task.CompletedTask;
        }

        public object? GetService(Type serviceType) => null;
    }
}
