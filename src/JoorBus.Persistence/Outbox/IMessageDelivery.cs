namespace JoorBus.Persistence.Outbox;

/// <summary>The way to the broker. Returns when the broker has confirmed the message; throws when it may not have it.</summary>
public interface IMessageDelivery
{
    Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken);
}
