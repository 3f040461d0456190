using System.Collections.Concurrent;
using JoorBus.Persistence.Outbox;

namespace JoorBus.Persistence.Tests;

/// <summary>Stands for the broker: keeps what it was handed, and can be out of order.</summary>
internal sealed class FakeBroker : IMessageDelivery
{
    private readonly ConcurrentQueue<OutboxMessage> delivered = new();

    public IReadOnlyList<OutboxMessage> Delivered => [.. delivered];

    public int Attempts { get; private set; }

    public bool IsDown { get; set; }

    /// <summary>Awaited before a message is taken.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public async Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        Attempts++;
        await Gate.WaitAsync(cancellationToken);
        if (IsDown)
            throw new IOException("the broker is down");
        delivered.Enqueue(message);
    }
}
