using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace JoorBus.Benchmarks.Source;

/// <summary>One order of a page: its ids, its hash, and its event with the order's own bytes copied in.</summary>
public sealed record SourceOrder(Guid OrderId, string JoorOrderId, byte[] ContentHash, Guid MessageId, byte[] Event)
{
    private const string Connection = "bench";
    private static readonly Guid Space = new("5b1fbe1e-6f0a-5d5c-9a51-3ad1c1b6f7a0");

    public static List<SourceOrder> ReadPage(byte[] page, DateTimeOffset now)
    {
        var orders = new List<SourceOrder>(OrderSource.OrdersPerPage);
        var reader = new Utf8JsonReader(page);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var from = (int)reader.TokenStartIndex;
            var joorOrderId = ReadId(ref reader);
            orders.Add(Of(joorOrderId, page.AsSpan(from, (int)reader.BytesConsumed - from), now));
        }
        return orders;
    }

    private static string ReadId(ref Utf8JsonReader reader)
    {
        string? id = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("joorOrderId"u8);
            reader.Read();
            if (isId)
                id = reader.GetString();
            else
                reader.Skip();
        }
        return id ?? throw new JsonException("An order of the page has no joorOrderId.");
    }

    private static SourceOrder Of(string joorOrderId, ReadOnlySpan<byte> content, DateTimeOffset now)
    {
        var orderId = UuidV5.Create(Space, joorOrderId);
        var head = $$"""{"orderId":"{{orderId}}","connection":"{{Connection}}","revision":1,"receivedAt":"{{now:O}}","order":""";
        var length = Encoding.UTF8.GetByteCount(head);
        var message = new byte[length + content.Length + 1];
        Encoding.UTF8.GetBytes(head, message);
        content.CopyTo(message.AsSpan(length));
        message[^1] = (byte)'}';
        return new SourceOrder(orderId, joorOrderId, SHA256.HashData(content), UuidV5.Create(orderId, "received:1"), message);
    }
}
