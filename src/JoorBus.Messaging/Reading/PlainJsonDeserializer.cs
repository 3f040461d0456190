using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;

namespace JoorBus.Messaging.Reading;

/// <summary>
/// Reads plain JSON of outsiders, without MassTransit's envelope. The type is that of the exchange published to, or the AMQP property
/// <c>type</c>; the id is the AMQP <c>message_id</c>, or derived from the content, so that the same body sent twice is one message.
/// </summary>
internal sealed class PlainJsonDeserializer(Func<ReceiveContext, PlainMessageOrigin> originOf) : IMessageDeserializer, ISerializerFactory
{
    public static readonly ContentType Json = new("application/json");

    public ContentType ContentType => Json;

    public ConsumeContext Deserialize(ReceiveContext receiveContext)
    {
        var origin = originOf(receiveContext);
        var body = receiveContext.Body.GetBytes();
        var root = Parse(body);
        var type = MessageCatalogue.Find(origin.Type) ?? MessageCatalogue.Find(origin.Exchange)
            ?? throw new UnreadableMessageException(
                $"its type is unknown (exchange '{origin.Exchange}', AMQP type '{origin.Type}'); publish to an exchange such as '{EntityNames.Of(typeof(Contracts.Orders.WmsOrderAccepted))}'");
        Check(root, type);
        var id = origin.MessageId ?? IdOf(type, body);
        var context = new SystemTextJsonRawSerializerContext(
            SystemTextJsonMessageSerializer.Instance,
            SystemTextJsonMessageSerializer.Options,
            ContentType,
            new PlainMessageContext(id, receiveContext.TransportHeaders, receiveContext.InputAddress),
            [MessageCatalogue.Urn(type)],
            default,
            root);
        return new BodyConsumeContext(receiveContext, context);
    }

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
        new SystemTextJsonRawMessageSerializer().Deserialize(body, headers, destinationAddress);

    public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

    public IMessageSerializer CreateSerializer() => new SystemTextJsonRawMessageSerializer();

    public IMessageDeserializer CreateDeserializer() => this;

    public void Probe(ProbeContext context) => context.CreateScope("plainJson");

    private static JsonElement Parse(byte[] body)
    {
        if (body.Length == 0)
        {
            throw new UnreadableMessageException("its body is empty; send a JSON object");
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new UnreadableMessageException($"its body is a JSON {document.RootElement.ValueKind}; send a JSON object");
        }
        catch (JsonException fault)
        {
            throw new UnreadableMessageException($"its body of {body.Length} bytes is not JSON ({fault.Message.TrimEnd('.')}); send a JSON object in UTF-8", fault);
        }
    }

    private static void Check(JsonElement root, Type type)
    {
        try
        {
            JsonSerializer.Deserialize(root, type, SystemTextJsonMessageSerializer.Options);
        }
        catch (JsonException fault)
        {
            throw new UnreadableMessageException($"{type.Name} does not fit its contract ({fault.Message.ReplaceLineEndings(" ").TrimEnd('.')})", fault);
        }
    }

    private static Guid IdOf(Type type, byte[] body)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData([.. Encoding.UTF8.GetBytes(type.Name), .. body], hash);
        return new Guid(hash[..16]);
    }
}

/// <summary>What the transport knows of a plain message.</summary>
internal sealed record PlainMessageOrigin(string? Exchange, string? Type, Guid? MessageId);
