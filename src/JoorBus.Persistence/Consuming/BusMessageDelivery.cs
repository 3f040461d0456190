using System.Collections.Concurrent;
using System.Net.Mime;
using System.Text.Json;
using JoorBus.Persistence.Outbox;
using MassTransit;
using MassTransit.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Persistence.Consuming;

/// <summary>Sends stored bytes as they are through MassTransit's transport.</summary>
internal sealed class BusMessageDelivery(IServiceProvider provider) : IMessageDelivery
{
    private static readonly SerializedMessageBody Body = new();
    private readonly ConcurrentDictionary<string, ISendEndpoint> endpoints = new();
    private readonly ConcurrentDictionary<string, ContentType> contentTypes = new();
    private readonly Lazy<IBus> bus = new(provider.GetRequiredService<IBus>);

    // The wait ends with the token whatever the transport does: a send that hangs on a dead connection must not hold its consumer.
    public Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        SendAsync(message, cancellationToken).WaitAsync(cancellationToken);

    private async Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var endpoint = await EndpointAsync(message.Destination).ConfigureAwait(false);
        var contentType = contentTypes.GetOrAdd(message.ContentType, text => new ContentType(text));
        await endpoint.Send(Body, new StoredMessagePipe(message, contentType), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ISendEndpoint> EndpointAsync(string destination)
    {
        if (endpoints.TryGetValue(destination, out var known))
        {
            return known;
        }

        var endpoint = await bus.Value.GetSendEndpoint(new Uri(destination)).ConfigureAwait(false);
        return endpoints.GetOrAdd(destination, endpoint);
    }

    private sealed class StoredMessagePipe(OutboxMessage message, ContentType contentType) : IPipe<SendContext>
    {
        public Task Send(SendContext context)
        {
            context.MessageId = message.MessageId;
            context.Serializer = new StoredBody(message.Body, contentType);
            if (message.Headers is not null)
            {
                foreach (var header in JsonDocument.Parse(message.Headers).RootElement.EnumerateObject())
                {
                    context.Headers.Set(header.Name, header.Value.GetString());
                }
            }

            return Task.CompletedTask;
        }

        public void Probe(ProbeContext context) => context.CreateFilterScope("storedMessage");
    }

    private sealed class StoredBody(byte[] body, ContentType contentType) : IMessageSerializer
    {
        public ContentType ContentType { get; } = contentType;

        public MessageBody GetMessageBody<T>(SendContext<T> context)
            where T : class =>
            new BytesMessageBody(body);
    }
}
