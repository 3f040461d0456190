using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MassTransit;
using MassTransit.Serialization;
using RabbitMQ.Client;

namespace JoorBus.Messaging.Reading;

/// <summary>
/// Reads messages of one type straight from the transport, for filters that stand before MassTransit's own pipeline. Understands an
/// envelope and plain JSON; whatever is odd it leaves to the pipeline, which has the sentences.
/// </summary>
public sealed class DirectReader<T>(JsonTypeInfo<T> json)
    where T : class
{
    private static readonly string Envelope = SystemTextJsonMessageSerializer.JsonContentType.MediaType;
    private static readonly string Plain = PlainJsonDeserializer.Json.MediaType;
    private static readonly string Urn = MessageCatalogue.Urn(typeof(T));

    /// <summary>The message, or null where it is another type or cannot be read.</summary>
    public T? TryRead(ReceiveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.TryGetPayload<RabbitMqBasicConsumeContext>(out var basic)
            ? TryRead(basic.Exchange, basic.Properties, context.Body.GetBytes())
            : TryRead(context.ContentType?.MediaType, null, null, context.Body.GetBytes());
    }

    /// <summary>The message, or null where it is another type or cannot be read; nothing of the body is kept.</summary>
    public T? TryRead(string exchange, IReadOnlyBasicProperties properties, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return TryRead(properties.ContentType, properties.Type, exchange, body);
    }

    /// <summary>Where the message is in the body, or null where it is another type or cannot be told; the message itself is not looked at.</summary>
    public Range? TryFind(string exchange, IReadOnlyBasicProperties properties, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(properties);
        try
        {
            return Find(properties.ContentType, properties.Type, exchange, body);
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            return null;
        }
    }

    private T? TryRead(string? kind, string? type, string? exchange, ReadOnlySpan<byte> body)
    {
        try
        {
            return Find(kind, type, exchange, body) is { } message ? JsonSerializer.Deserialize(body[message], json) : null;
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            return null;
        }
    }

    private static bool IsUnreadable(Exception fault) => fault is JsonException or InvalidOperationException or FormatException or NotSupportedException;

    private static Range? Find(string? kind, string? type, string? exchange, ReadOnlySpan<byte> body)
    {
        if (kind == Envelope)
        {
            return MessageOf(body);
        }

        var isPlain = kind is null || kind == Plain;
        return isPlain && (MessageCatalogue.Find(type) ?? MessageCatalogue.Find(exchange)) == typeof(T) ? Range.All : null;
    }

    // Where the message is within the envelope; null when the envelope is of another type.
    private static Range? MessageOf(ReadOnlySpan<byte> body)
    {
        Range? message = null;
        var isType = false;
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMessage = reader.ValueTextEquals("message"u8);
            var isTypes = !isMessage && reader.ValueTextEquals("messageType"u8);
            reader.Read();
            if (isTypes && reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    isType |= reader.ValueTextEquals(Urn);
                }
            }
            else
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                message = isMessage ? start..(int)reader.BytesConsumed : message;
            }
        }

        return isType ? message : null;
    }
}
