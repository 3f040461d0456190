using System.Collections.Concurrent;
using System.Text.Json;
using JoorBus.Persistence.Outbox;

namespace JoorBus.Orders.Tests.Polling;

/// <summary>Stands for the broker: keeps what it was handed.</summary>
internal sealed class RecordedDelivery : IMessageDelivery
{
    private readonly ConcurrentQueue<OutboxMessage> messages = new();

    public IReadOnlyList<OutboxMessage> All => [.. messages];

    public IReadOnlyList<OutboxMessage> To(string destination) => [.. messages.Where(message => message.Destination == destination)];

    /// <summary>The events of one exchange, by JOOR order id and revision.</summary>
    public IReadOnlyList<(string JoorOrderId, int Revision)> Events(string exchange) =>
        [.. To($"exchange:joorbus.orders.{exchange}").Select(message => Read(JsonSerializer.Deserialize<JsonElement>(message.Body).GetProperty("message")))];

    public Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        messages.Enqueue(message);
        return Task.CompletedTask;
    }

    private static (string, int) Read(JsonElement message) =>
        ((message.TryGetProperty("order", out var order) ? order : message).GetProperty("joorOrderId").GetString()!, message.GetProperty("revision").GetInt32());
}
