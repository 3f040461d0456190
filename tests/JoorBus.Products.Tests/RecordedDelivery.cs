using System.Collections.Concurrent;
using System.Text.Json;
using JoorBus.Persistence.Outbox;

namespace JoorBus.Products.Tests;

/// <summary>Stands for the broker: keeps what it was handed.</summary>
internal sealed class RecordedDelivery : IMessageDelivery
{
    private readonly ConcurrentQueue<OutboxMessage> _messages = new();

    /// <summary>Styles that were told of, such as <c>product-pushed</c>.</summary>
    public IReadOnlyList<string> Styles(string kind) =>
        [.. Of(kind).Select(message => message.GetProperty("styleIdentifier").GetString()!)];

    /// <summary>All reasons of the refusals that were told.</summary>
    public IReadOnlyList<string> Reasons() =>
        [.. Of("product-push-refused").SelectMany(message => message.GetProperty("reasons").EnumerateArray()).Select(reason => reason.GetString()!)];

    public Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        _messages.Enqueue(message);
        return Task.CompletedTask;
    }

    private IEnumerable<JsonElement> Of(string kind) => _messages.Where(message => message.Destination == $"exchange:joorbus.products.{kind}")
        .Select(message => JsonSerializer.Deserialize<JsonElement>(message.Body).GetProperty("message"));
}
