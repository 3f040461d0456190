using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Inventory;

namespace JoorBus.Inventory.Receiving;

/// <summary>
/// Reads messages of the usual form in one pass: known names, connection and count before the levels, no faults. Null for all others, good or bad:
/// <see cref="LevelReading"/> decides about those, and has the sentences.
/// </summary>
internal sealed class UsualLevels
{
    private const long MostBytesOfItems = 64 << 20;
    private const long MostBytesOfWarehouses = 1 << 20;
    private readonly MadeOfBytes<NamedItem> _items = new(NamedItem.Of, MostBytesOfItems);
    private readonly MadeOfBytes<string> _warehouses = new(WarehouseOf, MostBytesOfWarehouses);

    /// <summary>The rows, or null. May throw what System.Text.Json throws at bytes that are not JSON.</summary>
    /// <param name="message">UTF-8.</param>
    /// <param name="scopeOf">Key of a connection's name; null where it is not known.</param>
    /// <param name="now">When it came.</param>
    public IReadOnlyList<LevelRow>? TryRead(ReadOnlySpan<byte> message, Func<string?, string?> scopeOf, DateTimeOffset now)
    {
        var json = new Utf8JsonReader(message);
        var (connection, snapshot, rows) = (default(string), default(string), default(List<LevelRow>));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.ValueSpan;
            json.Read();
            if (rows is not null)
            {
                return null;
            }
            else if (name.SequenceEqual("connection"u8))
            {
                connection = json.GetString();
            }
            else if (name.SequenceEqual("snapshotId"u8))
            {
                snapshot = json.GetString();
            }
            else if (!name.SequenceEqual("levels"u8)
                || json.TokenType != JsonTokenType.StartArray
                || scopeOf(connection) is not { } scope
                || (snapshot is not null && LevelFaults.SnapshotFault(snapshot) is not null)
                || (rows = ReadAll(ref json, message, new LevelOrigin(scope, snapshot, now))) is null)
            {
                return null;
            }
        }

        // More behind the message's end is a fault of it.
        return json.TokenType == JsonTokenType.EndObject && !json.Read() ? rows : null;
    }

    private static string? WarehouseOf(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var text = reader.GetString();
        return TextFaults.Of("warehouse", text, LevelFaults.MostCharactersOfWarehouse, isRequired: true) is null ? text!.Trim() : null;
    }

    private List<LevelRow>? ReadAll(ref Utf8JsonReader json, ReadOnlySpan<byte> message, in LevelOrigin origin)
    {
        var rows = new List<LevelRow>();
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            if (rows.Count == LevelFaults.MostLevels || Read(ref json, message, origin) is not { } row)
            {
                return null;
            }

            rows.Add(row);
        }

        return json.TokenType == JsonTokenType.EndArray && rows.Count > 0 ? rows : null;
    }

    private LevelRow? Read(ref Utf8JsonReader json, ReadOnlySpan<byte> message, in LevelOrigin origin)
    {
        var (item, warehouse, inbound) = (default(NamedItem), default(string), default(IReadOnlyList<InboundStock>));
        var (onHand, allocated, available, sequence) = (default(int?), default(int?), default(int?), default(long?));
        var (asOf, madeToOrder) = (default(DateTimeOffset?), default(bool?));
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.ValueSpan;
            json.Read();
            if (name.SequenceEqual("item"u8))
            {
                item = json.TokenType == JsonTokenType.StartObject ? _items.Of(Skipped(ref json, message)) : null;
            }
            else if (name.SequenceEqual("warehouse"u8))
            {
                warehouse = json.TokenType == JsonTokenType.String ? _warehouses.Of(Skipped(ref json, message)) : null;
            }
            else if (name.SequenceEqual("onHand"u8))
            {
                onHand = json.TokenType == JsonTokenType.Null ? null : json.GetInt32();
            }
            else if (name.SequenceEqual("allocated"u8))
            {
                allocated = json.TokenType == JsonTokenType.Null ? null : json.GetInt32();
            }
            else if (name.SequenceEqual("availableToSell"u8))
            {
                available = json.TokenType == JsonTokenType.Null ? null : json.GetInt32();
            }
            else if (name.SequenceEqual("sequence"u8))
            {
                sequence = json.TokenType == JsonTokenType.Null ? null : json.GetInt64();
            }
            else if (name.SequenceEqual("asOf"u8))
            {
                asOf = json.TokenType == JsonTokenType.Null ? null : json.GetDateTimeOffset();
            }
            else if (name.SequenceEqual("inbound"u8))
            {
                inbound = JsonSerializer.Deserialize(ref json, ContractsJson.Default.IReadOnlyListInboundStock);
            }
            else if (name.SequenceEqual("madeToOrder"u8))
            {
                madeToOrder = json.TokenType == JsonTokenType.Null ? null : json.GetBoolean();
            }
            else
            {
                return null;
            }
        }

        if (item is null || warehouse is null)
        {
            return null;
        }

        var stock = new ToldStock(onHand, allocated, available, inbound, madeToOrder, sequence, asOf);
        return LevelFaults.Of(stock, origin.Now) is null ? LevelReading.RowOf(item, warehouse, stock, origin) : null;
    }

    // The bytes of the value that the reader is at; it goes to their end.
    private static ReadOnlySpan<byte> Skipped(ref Utf8JsonReader json, ReadOnlySpan<byte> message)
    {
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return message[start..(int)json.BytesConsumed];
    }
}
