using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using MassTransit;
using MassTransit.Serialization;

namespace JoorBus.Messaging.Reading;

/// <summary>Reads MassTransit's envelope; says in a sentence what is wrong with one that cannot be read.</summary>
internal sealed class EnvelopeDeserializer : IMessageDeserializer, ISerializerFactory
{
    public ContentType ContentType => SystemTextJsonMessageSerializer.JsonContentType;

    public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
        new BodyConsumeContext(receiveContext, Deserialize(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress));

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null)
    {
        var bytes = body.GetBytes();
        try
        {
            return new EnvelopeContext(ReadEnvelope.Of(bytes));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            throw new UnreadableMessageException(
                $"its body of {bytes.Length} bytes is not a MassTransit envelope ({fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}); send an envelope, or plain JSON with content type application/json",
                fault);
        }
    }

    public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

    public IMessageSerializer CreateSerializer() => SystemTextJsonMessageSerializer.Instance;

    public IMessageDeserializer CreateDeserializer() => this;

    public void Probe(ProbeContext context) => context.CreateScope("envelope");

    private sealed class EnvelopeContext(ReadEnvelope envelope) : SystemTextJsonSerializerContext(
        SystemTextJsonMessageSerializer.Instance,
        SystemTextJsonMessageSerializer.Options,
        SystemTextJsonMessageSerializer.JsonContentType,
        new EnvelopeMessageContext(envelope, SystemTextJsonMessageSerializer.Instance),
        envelope.MessageType,
        envelope,
        message: envelope)
    {
        public override bool TryGetMessage<T>(out T? message)
            where T : class
        {
            message = null;
            if (typeof(T) == typeof(JsonObject))
            {
                message = JsonNode.Parse(envelope.MessageBytes) as T;
            }
            else if (IsSupportedMessageType<T>())
            {
                message = JsonSerializer.Deserialize(envelope.MessageBytes, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));
            }

            return message is not null;
        }

        public override bool TryGetMessage(Type messageType, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out object? message)
        {
            message = JsonSerializer.Deserialize(envelope.MessageBytes, Options.GetTypeInfo(messageType));
            return message is not null;
        }
    }
}
